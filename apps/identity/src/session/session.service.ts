import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { sessionListSchema, SignedIn } from '@porchlight/contracts';
import { problems, Transactions } from '@porchlight/platform';
import type { z } from 'zod';
import type { Account } from '../device/device-cookie';
import type { Person } from '../person/person.entity';
import { personReply } from '../person/person.mapper';
import { AccessTokens } from './access-tokens';
import { newRefreshToken, readRefreshToken } from './refresh-token';
import { SessionEnds } from './session-ends';
import { lockSession } from './session-rows';
import { Session } from './session.entity';
import { sessionErrors } from './session.errors';
import { sessionReply } from './session.mapper';

/** More than anybody has devices, few enough to end together; the one used longest ago gives way. */
const mostSessions = 100;

/** What a sign-in gives: the answer's body, and the refresh token for its cookie (null: keep the one there is). */
export interface Opened {
  readonly signedIn: SignedIn;
  readonly refreshToken: string | null;
}

/** A session just opened: with a refresh token, and the account as devices know it. */
export interface Begun extends Opened {
  readonly refreshToken: string;
  readonly account: Account;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accessTokens: AccessTokens,
    private readonly ends: SessionEnds,
  ) {}

  /**
   * Opens a session in the caller's transaction, which holds the person's row locked or made it: whoever ends all
   * sessions comes before or after. The person's membership version must be final by then.
   */
  async open(em: EntityManager, person: Person, device: string): Promise<Begun> {
    const session = Session.open(person.id, device, new Date());
    const refresh = newRefreshToken(session.id);
    session.tokenHash = refresh.hash;
    await em.persist(session).flush();
    await this.ends.endBeyond(em, person.id, mostSessions);
    const { id, passwordVersion } = person;
    return {
      signedIn: await this.signedIn(person, session.id),
      refreshToken: refresh.token,
      account: { id, passwordVersion },
    };
  }

  async refresh(token: string | undefined): Promise<Opened> {
    const presented = readRefreshToken(token);
    if (!presented) throw problems.unauthenticated();
    const next = newRefreshToken(presented.sid);
    // The refusal is thrown after the commit: the end of a reused family must stay.
    const outcome = await this.transactions.run({ system: true }, async (em) => {
      const found = await lockSession(em, presented.sid);
      if (!found) return null;
      const presentation = found.session.present(presented.hash, next.hash, new Date());
      if (presentation === 'reused') await this.ends.end(em, [found.session]);
      return { presentation, person: found.person };
    });
    if (outcome?.presentation === 'reused') throw sessionErrors.reused();
    if (!outcome || outcome.presentation === 'ended') throw sessionErrors.ended();
    return {
      signedIn: await this.signedIn(outcome.person, presented.sid),
      refreshToken: outcome.presentation === 'rotated' ? next.token : null,
    };
  }

  list(personId: string, currentSid: string): Promise<z.infer<typeof sessionListSchema>> {
    return this.transactions.run({ personId }, async (em) => {
      const sessions = await em.find(
        Session,
        { personId, endedAt: null, expiresAt: { $gt: new Date() } },
        { orderBy: { lastUsedAt: 'desc' }, limit: mostSessions },
      );
      return { items: sessions.map((session) => sessionReply(session, currentSid)), nextCursor: null };
    });
  }

  /** The answer that a session gives; also after a membership changed, so that the token knows. */
  async signedIn(person: Person, sid: string): Promise<SignedIn> {
    return { person: personReply(person), accessToken: await this.accessTokens.sign(person, sid) };
  }

  /** Whether the session is good and this person's. */
  belongs(sid: string, personId: string): Promise<boolean> {
    return this.transactions.run({ system: true }, async (em) => {
      const session = await em.findOne(Session, { id: sid, personId });
      return session !== null && !session.isOver(new Date());
    });
  }

  /** Whether the session is good. If so, it is noted for its end that gateways know of it, before any of them does. */
  showPortals(sid: string): Promise<boolean> {
    return this.transactions.run({ system: true }, async (em) => {
      const session = await em.findOne(Session, { id: sid });
      if (!session || session.isOver(new Date())) return false;
      return (
        session.seesPortal || (await em.nativeUpdate(Session, { id: sid, endedAt: null }, { seesPortal: true })) > 0
      );
    });
  }
}
