import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { askPortalSession, askSession, controlSubjects, idSchema, instantSchema } from '@porchlight/contracts';
import { EndedSessions, Log, sql, Transactions } from '@porchlight/platform';
import { z } from 'zod';
import { Asks } from '../ask/asks';
import { Bus } from '../bus/bus';
import { MessagingOptions } from '../messaging-options';
import { Hearing } from './hearing';

const endedSchema = z.object({ sid: idSchema, until: instantSchema });
const everybody = { system: true } as const;

/**
 * Ended sessions as identity tells them. They are kept until their tokens expire. A session about whose end this process
 * may have missed the news is asked for by name; with no answer, nothing is known.
 */
@Injectable()
export class HeardSessions extends EndedSessions implements OnApplicationBootstrap {
  /** Ended sessions with the instant (ms) until which their tokens would be good. */
  private readonly ended = new Map<string, number>();
  private readonly hearing = new Hearing(() => performance.now());
  private readonly portal: boolean;

  constructor(
    options: MessagingOptions,
    private readonly bus: Bus,
    private readonly asks: Asks,
    private readonly transactions: Transactions,
    private readonly log: Log,
  ) {
    super();
    this.portal = options.service === 'portal-gateway';
  }

  async onApplicationBootstrap(): Promise<void> {
    const { sessionEnded, heartbeat, portalSessionEnded, portalHeartbeat } = controlSubjects;
    this.bus.subscribe(this.portal ? portalSessionEnded : sessionEnded, (data) => this.end(data));
    this.bus.subscribe(this.portal ? portalHeartbeat : heartbeat, () => this.hearing.beat());
    this.bus.onDisconnect(() => this.hearing.lose());
    const rows = await this.transactions.run(everybody, (em) =>
      sql<{ sid: string; until: Date | string }>(em, 'select sid, until from ended_session where until > now()'),
    );
    for (const row of rows) this.ended.set(row.sid, new Date(row.until).getTime());
  }

  /** Throws `AskUnavailable` when identity has to be asked and does not answer. */
  async isEnded(sid: string): Promise<boolean> {
    if (this.ended.has(sid)) return true;
    if (this.hearing.isSure(sid)) return false;
    const askedAt = this.hearing.now();
    const { active } = await this.asks.ask(this.portal ? askPortalSession : askSession, { sid });
    if (active) this.hearing.verified(sid, askedAt);
    return !active;
  }

  private end(data: unknown): void {
    const { sid, until } = endedSchema.parse(data);
    this.forgetExpired();
    this.ended.set(sid, Date.parse(until));
    this.transactions
      .run(everybody, (em) =>
        sql(em, 'insert into ended_session (sid, until) values (?, ?) on conflict (sid) do nothing', [sid, until]),
      )
      .catch((error: unknown) => this.log.warn({ err: error }, 'an ended session is kept in memory only'));
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [sid, until] of this.ended) if (until < now) this.ended.delete(sid);
  }
}
