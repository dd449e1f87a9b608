import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '@porchlight/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { SessionChecks } from '../access/session-checks';
import { Control } from './control';
import { Lease } from './lease';
import { LiveService } from './live.service';
import { Sweep } from './sweep';
import { Viewers } from './viewers';

const pingEvery = 25_000;
/** Screens come back over this long after a restart, not all at once. In ms. */
const spread = 5_000;
const closeWithin = 1_500;

/** Starts and stops what keeps the open screens alive. */
@Injectable()
export class LiveCycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly control: Control,
    private readonly lease: Lease,
    private readonly sweep: Sweep,
    private readonly live: LiveService,
    private readonly viewers: Viewers,
    private readonly sessionChecks: SessionChecks,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.control.listen();
    this.lease.start(() => this.fallSilent());
    const pings = setInterval(() => this.ping(), pingEvery);
    this.stops.push(this.sweep.start(), () => clearInterval(pings));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.live.close();
    this.stops.forEach((stop) => stop());
    for (const viewer of this.viewers) viewer.close('restarting', Math.ceil(Math.random() * spread));
    for (const started = performance.now(); this.viewers.size > 0 && performance.now() - started < closeWithin;)
      await sleep(20);
    await this.lease.end().catch((error: unknown) => this.log.warn({ err: error }, 'the lease was not handed back'));
  }

  /** Cut off, we may have missed any revocation. */
  private fallSilent(): void {
    this.sessionChecks.forgetAll();
    for (const viewer of this.viewers) viewer.close('unavailable', Math.ceil(Math.random() * spread));
  }

  private ping(): void {
    for (const viewer of this.viewers) viewer.ping();
  }
}
