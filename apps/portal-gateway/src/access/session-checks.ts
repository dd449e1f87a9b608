import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { askPortalSession, controlSubjects } from '@porchlight/contracts';
import { Asks, Bus } from '@porchlight/messaging';
import { ConfirmedSessions } from './confirmed-sessions';

/** Identity says that it is there once a second; after this long unheard it is asked each time, in ms. */
const unheardAfter = 5_000;

/**
 * Whether the session behind a portal cookie still lives. Identity alone knows; its answer is kept until it says
 * otherwise, and thrown away whenever something it said may have been missed.
 */
@Injectable()
export class SessionChecks implements OnApplicationBootstrap {
  private readonly confirmed = new ConfirmedSessions();
  private heardAt = -Infinity;
  /** Rises with whatever may have made an answer under way untrue. */
  private epoch = 0;

  constructor(
    private readonly bus: Bus,
    private readonly asks: Asks,
  ) {}

  onApplicationBootstrap(): void {
    this.bus.subscribe(controlSubjects.portalHeartbeat, () => {
      this.heardAt = performance.now();
    });
    this.bus.onDisconnect(() => this.forgetAll());
    this.bus.onReconnect(() => this.forgetAll());
  }

  /** Throws `AskUnavailable` when it cannot be known. */
  async isActive(sid: string): Promise<boolean> {
    if (this.isConfirmed(sid)) return true;
    const epoch = this.epoch;
    const { active } = await this.asks.ask(askPortalSession, { sid });
    if (active && epoch === this.epoch) this.confirmed.add(sid, performance.now());
    return active;
  }

  /** Identity says that this session ended. */
  forget(sid: string): void {
    this.epoch += 1;
    this.confirmed.delete(sid);
  }

  /** Something may have been missed, or a person's sessions ended without being named. */
  forgetAll(): void {
    this.epoch += 1;
    this.confirmed.clear();
  }

  private isConfirmed(sid: string): boolean {
    const now = performance.now();
    return now - this.heardAt <= unheardAfter && this.confirmed.has(sid, now);
  }
}
