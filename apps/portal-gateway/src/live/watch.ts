import { spanned } from '@porchlight/platform';
import type { ViewFrame } from './frame';
import { metrics } from './metrics';
import type { Viewer } from './viewer';

/** One project watched on this replica: its newest frame and the screens that show it. */
export class Watch {
  private readonly viewers = new Set<Viewer>();
  private newest: ViewFrame | null = null;
  private reading: Promise<void> = Promise.resolve();
  private queued: Promise<void> | null = null;
  /** When the oldest change was accepted that the next read will show. */
  private changedAt: Date | null = null;

  /**
   * @param read the stored view as a frame, or null when it is not above the version given or not there yet
   * @param mayPush whether this replica may hand out frames at this instant
   */
  constructor(
    private readonly read: (above: number) => Promise<ViewFrame | null>,
    private readonly mayPush: () => boolean,
  ) {}

  /** The newest version seen here, 0 before the first. */
  get version(): number {
    return this.newest?.version ?? 0;
  }

  get isEmpty(): boolean {
    return this.viewers.size === 0;
  }

  add(viewer: Viewer): void {
    this.viewers.add(viewer);
  }

  remove(viewer: Viewer): void {
    this.viewers.delete(viewer);
  }

  /** Resolves after a read that began no earlier than this call; calls that meet share one, and the trace of the first. */
  refresh(changedAt?: Date): Promise<void> {
    if (changedAt && !(this.changedAt && this.changedAt <= changedAt)) this.changedAt = changedAt;
    this.queued ??= this.reading.then(() => {
      this.queued = null;
      const { changedAt } = this;
      this.changedAt = null;
      const read = this.readOnce(changedAt);
      this.reading = read.catch(() => undefined);
      return read;
    });
    return this.queued;
  }

  /** Hands the frame to every screen that shows less, and says to how many. */
  accept(frame: ViewFrame): number {
    if (frame.version <= this.version) return 0;
    this.newest = frame;
    let handedOut = 0;
    for (const viewer of this.viewers) if (this.mayPush() && viewer.offer(frame)) handedOut += 1;
    metrics.frames.inc(handedOut);
    return handedOut;
  }

  /** Hands one screen what it has missed. */
  catchUp(viewer: Viewer): void {
    if (this.newest && this.mayPush() && viewer.offer(this.newest)) metrics.frames.inc();
  }

  private async readOnce(changedAt: Date | null): Promise<void> {
    const frame = await this.read(this.version);
    if (!frame) return;
    // The first frame of all goes to nobody yet.
    if (this.version === 0) return void this.accept(frame);
    await spanned('push a view', { part: 'producer' }, async (span) => {
      const handedOut = this.accept(frame);
      span.setAttribute('porchlight.screens', handedOut);
      if (handedOut > 0 && changedAt) metrics.pushed.observe(Math.max(Date.now() - changedAt.getTime(), 0) / 1000);
    });
  }
}
