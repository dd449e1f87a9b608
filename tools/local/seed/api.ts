import { type Client, type Reply } from '@porchlight/testing';

/** Somebody who uses the public API and whose every creation may be repeated: a seed that was cut off just runs again. */
export class SeedApi {
  constructor(readonly client: Client) {}

  async create(key: string, path: string, body: unknown): Promise<unknown> {
    return accepted(
      'POST',
      path,
      await this.client.post(path, body, { headers: { 'idempotency-key': `demo-${key}` } }),
    );
  }

  async get(path: string): Promise<unknown> {
    return accepted('GET', path, await this.client.get(path));
  }

  async change(path: string, version: number, body: unknown): Promise<unknown> {
    return accepted('PATCH', path, await this.client.patch(path, body, { ifMatch: version }));
  }
}

const accepted = (method: string, path: string, reply: Reply): unknown => {
  if (reply.status < 300) return reply.body;
  throw new Error(
    `the demo could not be seeded: ${method} ${path} answered ${reply.status} ${JSON.stringify(reply.body)}`,
  );
};
