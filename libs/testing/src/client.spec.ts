import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { Client } from './client';
import { expected } from './expected';
import { freePort } from './process/free-port';

/** A service that cannot answer now. */
const refusing = (): Server =>
  createServer((_, response) => {
    response.writeHead(503, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ status: 503, code: 'unavailable', detail: 'Try again in a moment.' }));
  });

describe('a spec that goes on although it was refused', () => {
  const server = refusing();
  let client: Client;
  beforeAll(async () => {
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    client = new Client(`http://127.0.0.1:${port}`);
  });
  afterAll(() => {
    server.close();
  });

  it('is told where it says what it expected', async () => {
    const reply = await client.post('/api/projects', {});
    expect(() => expected(201, reply)).toThrow('expected 201, got 503 unavailable: Try again in a moment.');
  });

  it('is told by the next request that names what the answer did not give', async () => {
    const { body } = await client.post('/api/projects', {});
    await expect(client.get(`/api/projects/${body.id}`)).rejects.toThrow(
      'POST /api/projects was refused before: 503 unavailable: Try again in a moment.',
    );
  });
});
