import { PassThrough, type Readable } from 'node:stream';
import type { Hint } from './hint';

/** Proxies and readers take a connection that is silent for longer than some of these for a dead one. */
export const heartbeatMs = 15_000;
/** A reader this far behind does not read. */
const mostUnread = 64 * 1024;

/** Hints on their way to one reader (`text/event-stream`), who is asked for their right to each anew. */
export class HintStream {
  private readonly out = new PassThrough();
  private readonly heartbeat: NodeJS.Timeout;
  private waiting = new Map<string, Hint>();
  private beats = false;
  private busy = false;

  /** `mayRead` rejects when the reader may not know of these hints, or no more. */
  constructor(
    private readonly mayRead: () => Promise<void>,
    ended: () => void,
  ) {
    this.out.once('close', () => {
      clearInterval(this.heartbeat);
      ended();
    });
    this.out.on('error', () => this.out.destroy());
    // The first bytes carry the headers: who reads knows at once that it is connected.
    this.out.write(':\n\n');
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs).unref();
  }

  get body(): Readable {
    return this.out;
  }

  tell(hint: Hint): void {
    this.waiting.set(`${hint.type} ${hint.id}`, hint);
    void this.send();
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.waiting.clear();
    this.out.end();
  }

  /** At once, also for a reader who reads nothing and so would never get to an end. */
  cut(): void {
    this.out.destroy();
  }

  private beat(): void {
    this.beats = true;
    void this.send();
  }

  /** One asks for all that came up meanwhile; what comes up while it is asked waits for the next. */
  private async send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      while ((this.waiting.size > 0 || this.beats) && this.out.writable) {
        const hints = [...this.waiting.values()];
        this.waiting = new Map();
        this.beats = false;
        await this.mayRead();
        this.write(hints);
      }
    } catch {
      this.end();
    } finally {
      this.busy = false;
    }
  }

  private write(hints: readonly Hint[]): void {
    if (!this.out.writable) return;
    if (this.out.readableLength + this.out.writableLength > mostUnread) return void this.out.destroy();
    const lines = hints.map(({ type, id }) => `data: ${JSON.stringify({ type, id })}\n\n`);
    this.out.write(lines.join('') || ':\n\n');
  }
}
