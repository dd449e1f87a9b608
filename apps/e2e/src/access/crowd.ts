import { until, type System } from '@porchlight/testing';
import { WebSocket } from 'ws';
import { changeOf } from './site';

/** Whatever stands behind one credential: a household with its phones, spread over the gateways. */
export interface Household {
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the credential; resolves with the status of the answer. */
  readonly end: () => Promise<number>;
  readonly screens: number;
}

/** One of very many screens: keeps only when it heard last, what, and when it was closed. */
export class CrowdScreen {
  newest = -1;
  /** Of the last view, on the monotonic clock in ms. */
  viewedAt = 0;
  closing: string | null = null;
  closedAt: number | null = null;
  /** Views that came after the word that it closes. */
  afterClosing = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (bytes: Buffer) => this.hear(bytes.toString()));
    socket.on('close', () => (this.closedAt = performance.now()));
    socket.on('error', () => undefined);
  }

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<CrowdScreen> {
    // Inflating happens on other threads, a moment later: it would blur what came before an answer and what after.
    const socket = new WebSocket(url, { headers: { ...headers }, perMessageDeflate: false });
    const screen = new CrowdScreen(socket);
    await until(() => screen.newest >= 0 || screen.closedAt !== null, 30_000, 'a screen shows nothing');
    if (screen.closedAt !== null) throw new Error('a screen was refused');
    return screen;
  }

  end(): void {
    this.socket.terminate();
  }

  private hear(text: string): void {
    const name = /"name":"(Change \d+)"/.exec(text)?.[1];
    if (name === undefined) {
      this.closing = /"reason":"(\w+)"/.exec(text)?.[1] ?? null;
      return;
    }
    this.newest = changeOf(name);
    this.viewedAt = performance.now();
    if (this.closing !== null) this.afterClosing += 1;
  }
}

/** Opens the screens of a household, one gateway after the other, a few at a time. */
export const openAll = async (
  system: System,
  path: string,
  { headers, screens }: Household,
): Promise<CrowdScreen[]> => {
  const urls = system.gateways.map(({ url }) => `${url.replace('http', 'ws')}${path}`);
  return Promise.all(
    Array.from({ length: screens }, (_, index) => CrowdScreen.open(urls[index % urls.length] ?? '', headers)),
  );
};

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
