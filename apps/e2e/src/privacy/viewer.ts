import type { System } from '@porchlight/testing';
import { WebSocket } from 'ws';
import type { Surface } from './surfaces';

/** Somebody at a portal, who keeps every byte that came: status lines, headers, bodies and frames. */
export class Viewer {
  readonly seen: Surface[] = [];
  private socket: WebSocket | null = null;
  private cookie = '';

  constructor(
    private readonly system: System,
    readonly projectId: string,
  ) {}

  get frames(): readonly string[] {
    return this.seen.filter(({ where }) => where === 'frame').map(({ text }) => text);
  }

  /** One request as it is, redirects shown; cookies of the portal are kept. */
  async request(
    method: string,
    path: string,
    options: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<Response> {
    const reply = await fetch(new URL(path, this.system.origin), {
      method,
      redirect: 'manual',
      headers: { ...(this.cookie && { cookie: this.cookie }), ...options.headers },
      ...(options.body !== undefined && { body: options.body }),
    });
    const set = reply.headers.getSetCookie();
    if (set.length > 0) this.cookie = set[0]?.split(';')[0] ?? '';
    const headers = [...reply.headers].filter(([name]) => name !== 'date' && name !== 'x-correlation-id');
    // Of files every byte counts, also those that are no text.
    const text = path.includes('/files/')
      ? Buffer.from(await reply.clone().arrayBuffer()).toString('latin1')
      : await reply.clone().text();
    this.seen.push({
      where: `${method} ${path.split('?')[0]}`,
      text: `${reply.status}\n${JSON.stringify(headers)}\n${text}`,
    });
    return reply;
  }

  /** Opens the link as a browser would: the redirect, then the clean page. */
  async open(url: string): Promise<void> {
    const { pathname, search } = new URL(url);
    await this.request('GET', pathname + search);
    await this.request('GET', pathname);
  }

  /** Becomes a signed-in viewer by an access token. */
  async signIn(accessToken: string): Promise<void> {
    await this.request('POST', `/api/portal/${this.projectId}/sessions`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    await this.request('GET', `/portal/${this.projectId}`);
  }

  /** Watches live until `close()`. Resolves with the first frame. */
  async watch(): Promise<void> {
    const url = new URL(`/api/portal/${this.projectId}/live`, this.system.origin.replace('http', 'ws'));
    const socket = new WebSocket(url, { headers: { cookie: this.cookie, origin: this.system.origin } });
    this.socket = socket;
    socket.on('message', (bytes: Buffer) => this.seen.push({ where: 'frame', text: bytes.toString('utf8') }));
    await new Promise<void>((resolve, reject) => {
      socket.once('message', () => resolve());
      socket.once('error', reject);
      socket.once('unexpected-response', (_, reply) => reject(new Error(`upgrade answered ${reply.statusCode ?? 0}`)));
    });
  }

  close(): void {
    this.socket?.terminate();
  }

  /** Everything else that an address could be tried for: wrong tokens, wrong verbs, wrong ids, odd bodies. */
  async poke(): Promise<void> {
    const page = `/portal/${this.projectId}`;
    const api = `/api/portal/${this.projectId}`;
    const told = [await this.request('GET', api), await this.request('GET', `${api}/updates`)];
    const files = (await Promise.all(told.map((reply) => reply.text()))).join();
    for (const url of new Set(files.match(/\/api\/portal\/[\w-]+\/files\/[\w-]+/g))) await this.request('GET', url);
    await this.request('GET', api, { headers: { 'if-none-match': '"1"' } });
    await this.request('HEAD', api);
    await this.request('OPTIONS', api);
    await this.request('POST', `${api}/share`);
    await this.request('POST', `${api}/visits`);
    await this.request('POST', `${api}/link-requests`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'whoever@home.example' }),
    });
    await this.request('GET', `${page}?token=wrong`);
    await this.request('GET', `${page}?token=a&token=b`);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) await this.request(method, api, { body: '{}' });
    await this.request('GET', `${api}/links`);
    await this.request('GET', `${api}/files/00000000-0000-4000-8000-000000000000`);
    await this.request('GET', `${api}/live`);
    await this.request('GET', '/api/portal/openapi.json');
    await this.request('GET', `/api/portal/00000000-0000-4000-8000-000000000000`);
    await this.request('GET', '/portal/not-an-id');
  }
}
