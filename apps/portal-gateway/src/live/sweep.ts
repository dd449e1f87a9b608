import { Injectable } from '@nestjs/common';
import { Bus } from '@porchlight/messaging';
import { Log, Transactions } from '@porchlight/platform';
import { StoredViews } from '../view/stored-views';
import { Rechecks } from './recheck';
import { Viewers } from './viewers';
import { Watches } from './watches';

const sweepEvery = 2_000;

/** The safety net under hints and revocations: what was lost on the bus costs at most one round of it. */
@Injectable()
export class Sweep {
  private sweeping = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly views: StoredViews,
    private readonly watches: Watches,
    private readonly viewers: Viewers,
    private readonly rechecks: Rechecks,
    private readonly bus: Bus,
    private readonly log: Log,
  ) {}

  /** Gives a way to stop. */
  start(): () => void {
    this.bus.onReconnect(() => void this.run());
    const timer = setInterval(() => void this.run(), sweepEvery);
    return () => clearInterval(timer);
  }

  private async run(): Promise<void> {
    if (this.sweeping || this.viewers.size === 0) return;
    this.sweeping = true;
    try {
      await this.readWhatRose();
      // Links run out and sessions end without anybody announcing it.
      await this.rechecks.look([...this.viewers]);
    } catch (error) {
      this.log.warn({ err: error }, 'a sweep of the open screens failed');
    } finally {
      this.sweeping = false;
    }
  }

  /** One query for all watched projects. */
  private async readWhatRose(): Promise<void> {
    const shown = this.watches.versions();
    if (shown.size === 0) return;
    const stored = await this.transactions.run({ system: true }, (em) => this.views.versions(em, [...shown.keys()]));
    for (const [projectId, version] of stored) {
      if (version > (shown.get(projectId) ?? 0)) this.watches.refresh(projectId);
    }
  }
}
