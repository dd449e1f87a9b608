import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { sessionListSchema, SignedIn, SignIn } from '@porchlight/contracts';
import { problems, Transactions } from '@porchlight/platform';
import type { z } from 'zod';
import { PasswordHasher } from '../person/password-hasher';
import { Person } from '../person/person.entity';
import { personErrors } from '../person/person.errors';
import { personReply } from '../person/person.mapper';
import { AccessTokens } from './access-tokens';
import { newRefreshToken, readRefreshToken } from './refresh-token';
import { SessionControl } from './session-control';
import { Session } from './session.entity';
import { sessionErrors } from './session.errors';
import { sessionReply } from './session.mapper';

/** What a sign-in gives: the answer's body, and the refresh token for its cookie (null: keep the one there is). */
export interface Opened {
  readonly signedIn: SignedIn;
  readonly refreshToken: string | null;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: PasswordHasher,
    private readonly accessTokens: AccessTokens,
    private readonly control: SessionControl,
  ) {}

  /** Opens a session in the caller's transaction. The person's membership version must be final by then. */
  async open(em: EntityManager, person: Person, device: string): Promise<Opened & { refreshToken: string }> {
    const session = Session.open(person.id, device, new Date());
    const refresh = newRefreshToken(session.id);
    session.tokenHash = refresh.hash;
    await em.persist(session).flush();
    return { signedIn: await this.signedIn(person, session.id), refreshToken: refresh.token };
  }

  async signIn({ email, password }: SignIn, device: string): Promise<Opened & { refreshToken: string }> {
    const known = await this.transactions.run({ system: true }, (em) => em.findOne(Person, { email }));
    const right = await this.passwords.verify(known?.passwordHash ?? null, password);
    if (!known || !right) throw personErrors.credentialsWrong();
    return this.transactions.run({ personId: known.id }, async (em) =>
      this.open(em, await em.findOneOrFail(Person, { id: known.id }), device),
    );
  }

  async refresh(token: string | undefined): Promise<Opened> {
    const presented = readRefreshToken(token);
    if (!presented) throw problems.unauthenticated();
    const next = newRefreshToken(presented.sid);
    // The refusal is thrown after the commit: the end of a reused family must stay.
    const outcome = await this.transactions.run({ system: true }, async (em) => {
      const session = await em.findOne(Session, { id: presented.sid }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const presentation = session?.present(presented.hash, next.hash, new Date()) ?? 'ended';
      if (presentation === 'reused') this.transactions.afterCommit(em, () => this.control.announce([presented.sid]));
      const person = session && (await em.findOneOrFail(Person, { id: session.personId }));
      return { presentation, person };
    });
    if (outcome.presentation === 'reused') throw sessionErrors.reused();
    if (outcome.presentation === 'ended' || !outcome.person) throw sessionErrors.ended();
    return {
      signedIn: await this.signedIn(outcome.person, presented.sid),
      refreshToken: outcome.presentation === 'rotated' ? next.token : null,
    };
  }

  /** Ends the session of the bearer and that of the cookie, which are the same one but for a stale page. */
  async signOut(sid: string | null, token: string | undefined): Promise<void> {
    const presented = readRefreshToken(token);
    await this.transactions.run({ system: true }, async (em) => {
      const ids = [sid, presented?.sid ?? null].filter((id) => id !== null);
      const sessions = await em.find(Session, { id: { $in: ids } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      // A session id alone is no credential; the cookie counts only with a token of that session.
      this.end(
        em,
        sessions.filter(
          ({ id, tokenHash, previousHash }) =>
            id === sid || presented?.hash === tokenHash || presented?.hash === previousHash,
        ),
      );
    });
  }

  async signOutEverywhere(personId: string): Promise<void> {
    await this.transactions.run({ personId }, (em) => this.endAll(em, personId));
  }

  /** Ends every session of a person in the caller's transaction. */
  async endAll(em: EntityManager, personId: string): Promise<void> {
    this.end(em, await em.find(Session, { personId, endedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  }

  list(personId: string, currentSid: string): Promise<z.infer<typeof sessionListSchema>> {
    return this.transactions.run({ personId }, async (em) => {
      const sessions = await em.find(
        Session,
        { personId, endedAt: null, expiresAt: { $gt: new Date() } },
        { orderBy: { lastUsedAt: 'desc' }, limit: 100 },
      );
      return { items: sessions.map((session) => sessionReply(session, currentSid)), nextCursor: null };
    });
  }

  /** The answer that a session gives; also after a membership changed, so that the token knows. */
  async signedIn(person: Person, sid: string): Promise<SignedIn> {
    return { person: personReply(person), accessToken: await this.accessTokens.sign(person, sid) };
  }

  private end(em: EntityManager, sessions: readonly Session[]): void {
    const now = new Date();
    for (const session of sessions) session.end(now);
    this.transactions.afterCommit(em, () => this.control.announce(sessions.map(({ id }) => id)));
  }
}
