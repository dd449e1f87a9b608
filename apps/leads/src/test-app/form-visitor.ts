import { CapabilityTokens } from '@porchlight/platform';
import type { Client, Reply, System } from '@porchlight/testing';
import { v7 } from 'uuid';

/** The key that tests sign tickets with: `env: { leads: { TOKEN_KEYS: formKeys } }`. */
export const formKeys = `1:${Buffer.alloc(32, 7).toString('base64url')}`;

const minute = 60_000;

/** A ticket as the form of a company gave it out so many minutes ago. */
export const ticketOf = (companyId: string, minutesAgo = 1): string =>
  new CapabilityTokens(formKeys, `capture ${companyId}`).mint({
    id: v7({ msecs: Date.now() - minutesAgo * minute }),
    generation: 1,
  });

/** The ticket in a page. */
export const ticketIn = (html: string): string => /name="ticket" value="([\w-]+)"/.exec(html)?.[1] ?? '';

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** A visitor's browser at a public form: plain posts of what the page has in it, no script. */
export class FormVisitor {
  /** `from`: another address than this machine's; asked without the edge, which believes nobody about that. */
  constructor(
    private readonly system: System,
    readonly slug: string,
    private readonly from?: string,
  ) {}

  get(page = '', query = ''): Promise<Reply> {
    return this.ask('GET', `/request/${this.slug}${page}${query}`);
  }

  send(
    fields: Readonly<Record<string, string>> | string,
    query = '',
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return this.ask('POST', `/request/${this.slug}${query}`, body, { ...formType, ...headers });
  }

  sendJson(body: unknown): Promise<Reply> {
    return this.ask('POST', `/api/leads/capture/${this.slug}`, body);
  }

  private async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const client: Client = this.system.client();
    const { from } = this;
    if (from === undefined) return client.send(method, path, body, { headers });
    const direct = `${this.system.url('leads')}${path}`;
    return client.send(method, direct, body, { headers: { ...headers, 'x-forwarded-for': from } });
  }
}
