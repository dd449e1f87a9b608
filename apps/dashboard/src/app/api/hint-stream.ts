import { type Hint, HintLines } from './hint-lines';
import { News } from './news';

/** Reads one connection to its end. `opened` is called once it stands, `text` with every piece; rejects when refused or cut. */
export type ReadConnection = (signal: AbortSignal, opened: () => void, text: (piece: string) => void) => Promise<void>;

const firstDelay = 1_000;
const longestDelay = 60_000;
/** A connection that held this long was a good one: the next failure is a first one. */
const goodAfter = 10_000;
/** Heartbeats come every 15 s: two missing, and the connection is dead without anybody having said so. */
const silence = 40_000;
/** Hints come in bursts, an import of leads for one: they are told together. */
const gather = 150;

/** A stream of hints that is kept up: with growing, scattered delays after failures, so that no crowd returns at once. */
export class HintStream {
  private connection: AbortController | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  /** From the start: what a page shows was read before anybody listened. */
  private gap = true;
  private gathered: Hint[] = [];

  constructor(
    private readonly read: ReadConnection,
    private readonly tell: (news: News) => void,
  ) {}

  start(): void {
    if (this.connection || this.retry !== undefined) return;
    void this.connect();
  }

  /** Until `start`. What happens meanwhile is missed, and said to be. */
  stop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.telling);
    this.retry = this.telling = undefined;
    this.gathered = [];
    this.gap = true;
    this.connection?.abort();
    this.connection = null;
  }

  private async connect(): Promise<void> {
    const connection = (this.connection = new AbortController());
    const watch = new Watch(silence, () => connection.abort());
    const lines = new HintLines();
    let openedAt = 0;
    try {
      await this.read(
        connection.signal,
        () => {
          openedAt = Date.now();
          this.opened();
        },
        (piece) => {
          watch.heard();
          this.gather(lines.read(piece));
        },
      );
    } catch {
      // Refused or cut: what follows is the same.
    } finally {
      watch.end();
    }
    // Stopped on purpose, or stopped and started again meanwhile.
    if (this.connection !== connection) return;
    this.connection = null;
    this.gap = true;
    this.failures = openedAt > 0 && Date.now() - openedAt >= goodAfter ? 0 : this.failures + 1;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.connect();
    }, delayAfter(this.failures));
  }

  private opened(): void {
    if (this.gap) this.soon();
  }

  private gather(hints: readonly Hint[]): void {
    if (hints.length === 0) return;
    this.gathered.push(...hints);
    this.soon();
  }

  private soon(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      const news = new News(this.gathered, this.gap);
      this.gathered = [];
      this.gap = false;
      this.tell(news);
    }, gather);
  }
}

/** Doubling, and anything from half of that to all of it. */
export const delayAfter = (failures: number, random = Math.random()): number =>
  Math.min(longestDelay, firstDelay * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);

/** Says when nothing has been heard for too long. */
class Watch {
  private timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly limit: number,
    private readonly tooLong: () => void,
  ) {
    this.timer = setTimeout(tooLong, limit);
  }

  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.tooLong, this.limit);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
