import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { controlSubjects } from '@porchlight/contracts';
import { Bus } from '@porchlight/messaging';
import { Log, Transactions } from '@porchlight/platform';
import { accessTokenSeconds } from './access-tokens';
import { Session } from './session.entity';

const beatMs = 1_000;
/** Ends of the last moments are said again with each beat, so that one lost message costs a second. */
const repeatMs = 5_000;
/** How long an end matters: until the last access token of the session has expired. */
const rememberMs = accessTokenSeconds * 1_000;

/** Tells every service and gateway which sessions ended, and once a second that identity can be heard. */
@Injectable()
export class SessionControl implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly bus: Bus,
    private readonly transactions: Transactions,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.beat(), beatMs);
    // A process that died between a commit and its announcement, or lost NATS there, left ends that nobody heard of.
    void this.repeat(rememberMs);
    this.bus.onReconnect(() => void this.repeat(rememberMs));
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Publishes that these sessions ended; their access tokens are to be refused from now until the last can have expired. */
  announce(sids: readonly string[]): void {
    const until = new Date(Date.now() + rememberMs).toISOString();
    for (const sid of sids) {
      this.bus.publish(controlSubjects.sessionEnded, { sid, until });
      this.bus.publish(controlSubjects.portalSessionEnded, { sid, until });
    }
  }

  private async beat(): Promise<void> {
    const at = new Date().toISOString();
    this.bus.publish(controlSubjects.heartbeat, { at });
    this.bus.publish(controlSubjects.portalHeartbeat, { at });
    await this.repeat(repeatMs);
  }

  private async repeat(windowMs: number): Promise<void> {
    try {
      const since = new Date(Date.now() - windowMs);
      const ended = await this.transactions.run({ system: true }, (em) =>
        em.find(Session, { endedAt: { $gt: since } }, { fields: ['id'] }),
      );
      this.announce(ended.map(({ id }) => id));
    } catch (error) {
      this.log.warn({ err: error }, 'ended sessions could not be announced again');
    }
  }
}
