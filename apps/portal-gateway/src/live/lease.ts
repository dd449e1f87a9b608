import { Injectable } from '@nestjs/common';
import { Bus } from '@porchlight/messaging';
import { Log, Readiness } from '@porchlight/platform';
import { v7 } from 'uuid';
import { LeaseClock } from './lease-clock';
import { metrics } from './metrics';
import { Replicas } from './replicas';

const renewEvery = 1_000;
const lookEvery = 100;

/**
 * This replica's right to push. It is renewed only while the database and the bus both answer: a replica that a
 * revocation could not reach falls silent by itself.
 */
@Injectable()
export class Lease {
  readonly replicaId = v7();
  private readonly clock = new LeaseClock();
  private readonly timers: NodeJS.Timeout[] = [];
  private renewing = false;
  private wasHeld = false;
  private ended = false;

  constructor(
    private readonly replicas: Replicas,
    private readonly bus: Bus,
    private readonly log: Log,
    readiness: Readiness,
  ) {
    readiness.register('lease', async () => {
      if (!this.isHeld()) throw new Error('the lease is not held');
    });
  }

  /** Asked at each push, so that a process that slept through its timers sends nothing either. */
  isHeld(): boolean {
    return this.clock.isHeld();
  }

  /** Begins to renew; `onLost` is called each time the lease runs out. */
  start(onLost: () => void): void {
    void this.renew();
    this.timers.push(
      setInterval(() => void this.renew(), renewEvery),
      setInterval(() => this.look(onLost), lookEvery),
    );
  }

  /** No more pushes from here; revocations need not wait for this replica. */
  async end(): Promise<void> {
    this.ended = true;
    this.timers.forEach((timer) => clearInterval(timer));
    this.clock.end();
    await this.replicas.drop(this.replicaId);
  }

  private async renew(): Promise<void> {
    // An attempt that hangs keeps its connection; more of them would only empty the pool.
    if (this.renewing || this.ended) return;
    this.renewing = true;
    const succeeded = this.clock.attempt();
    try {
      await this.bus.roundTrip();
      await this.replicas.renew(this.replicaId);
      if (!this.ended) succeeded();
    } catch (error) {
      this.log.warn({ err: error }, 'the lease could not be renewed');
    } finally {
      this.renewing = false;
    }
  }

  private look(onLost: () => void): void {
    const held = this.isHeld();
    if (this.wasHeld && !held) {
      this.log.error({ replicaId: this.replicaId }, 'the lease ran out: pushing stops');
      onLost();
    }
    this.wasHeld = held;
    metrics.leaseHeld.set(held ? 1 : 0);
  }
}
