import { registeredSchema, signedInSchema, type RegisterCompany, type Registered } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import { CookieJar } from './cookie-jar';
import { expected, inWords } from './expected';
import { HeardHints } from './heard-hints';

export interface RequestOptions {
  /** The version seen, sent as `If-Match`. */
  readonly ifMatch?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `manual` shows redirects instead of following them; so it is by default. */
  readonly redirect?: 'manual' | 'follow';
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text where it is none; of a picture its bytes. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape
  readonly body: any;
}

/** Somebody who uses Porchlight over HTTP: keeps a bearer token and cookies as a browser would. */
export class Client {
  readonly cookies = new CookieJar();
  /** The access token, sent as bearer while there is one. */
  accessToken: string | null = null;
  email = '';
  password = '';
  /** The last request that was refused, and how. */
  private refused = 'nothing was refused before';

  constructor(readonly origin: string) {}

  /** Signs up a company (made up where nothing is given) and stays signed in as its owner. */
  async register(wishes: Partial<RegisterCompany> = {}): Promise<Registered> {
    const id = randomUUID().slice(0, 8);
    const { companyName = `Alder & Sons ${id}`, name = `Olive Owner ${id}`, ...rest } = wishes;
    const { email = `owner-${id}@builder.example`, password = `correct horse ${id}` } = wishes;
    const reply = await this.post('/api/identity/companies', { ...rest, companyName, name, email, password });
    const registered = registeredSchema.parse(expected(201, reply));
    Object.assign(this, { email, password, accessToken: registered.accessToken });
    return registered;
  }

  async signIn(email: string, password: string): Promise<void> {
    const reply = await this.post('/api/identity/sessions', { email, password });
    Object.assign(this, { email, password, accessToken: signedInSchema.parse(expected(201, reply)).accessToken });
  }

  get(path: string, options?: RequestOptions): Promise<Reply> {
    return this.send('GET', path, undefined, options);
  }
  post(path: string, body?: unknown, options?: RequestOptions): Promise<Reply> {
    return this.send('POST', path, body, options);
  }
  put(path: string, body?: unknown, options?: RequestOptions): Promise<Reply> {
    return this.send('PUT', path, body, options);
  }
  patch(path: string, body?: unknown, options?: RequestOptions): Promise<Reply> {
    return this.send('PATCH', path, body, options);
  }
  delete(path: string, options?: RequestOptions): Promise<Reply> {
    return this.send('DELETE', path, undefined, options);
  }

  /** Follows a stream of server-sent hints. Throws where it is refused. */
  async follow(path: string): Promise<HeardHints> {
    const abort = new AbortController();
    const headers = { accept: 'text/event-stream', authorization: `Bearer ${this.accessToken ?? ''}` };
    const reply = await fetch(new URL(path, this.origin), { headers, signal: abort.signal });
    if (reply.status !== 200) throw new Error(`no stream: ${reply.status} ${await reply.text()}`);
    return new HeardHints(reply, abort);
  }

  /** One request; `body` goes out as JSON unless it is text or bytes, which go as they stand. */
  async send(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Reply> {
    const asked = `${method} ${path}`;
    // What a spec took from an answer without a look at its status.
    if (/\bundefined\b/.test(path)) throw new Error(`${asked} was not sent; ${this.refused}`);
    const url = new URL(path, this.origin);
    const headers = new Headers({ accept: 'application/json' });
    if (this.accessToken) headers.set('authorization', `Bearer ${this.accessToken}`);
    const cookie = this.cookies.headerFor(url.pathname);
    if (cookie) headers.set('cookie', cookie);
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (options.ifMatch !== undefined) headers.set('if-match', `"${options.ifMatch}"`);
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
    const reply = await fetch(url, {
      method,
      headers,
      redirect: options.redirect ?? 'manual',
      ...(body !== undefined && { body: asSent(body) }),
    });
    this.cookies.keep(reply.headers.getSetCookie());
    const answer = { status: reply.status, headers: reply.headers, body: await parsedBody(reply) };
    if (reply.status >= 400) this.refused = `${asked} was refused before: ${inWords(answer)}`;
    return answer;
  }
}

const asSent = (body: unknown): string | Buffer<ArrayBuffer> => {
  if (body instanceof Uint8Array) return Buffer.from(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
};

/** Pictures and documents. */
const isFile = /^(image\/|application\/(pdf|vnd\.))/;

const parsedBody = async (reply: Response): Promise<unknown> => {
  // An answer without end: that it began is all there is to see here.
  if (reply.headers.get('content-type')?.startsWith('text/event-stream')) return void (await reply.body?.cancel());
  if (isFile.test(reply.headers.get('content-type') ?? '')) return Buffer.from(await reply.arrayBuffer());
  const text = await reply.text();
  const isJson = reply.headers.get('content-type')?.includes('json') && text !== '';
  return isJson ? JSON.parse(text) : text;
};
