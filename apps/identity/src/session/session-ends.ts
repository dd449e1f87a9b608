import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { problems, Transactions } from '@porchlight/platform';
import { Person } from '../person/person.entity';
import type { PortalRevocation } from '../portal-revocation/portal-revocation.entity';
import { PortalRevocations } from '../portal-revocation/portal-revocations';
import { accessTokenSeconds } from './access-tokens';
import { readRefreshToken } from './refresh-token';
import { SessionControl } from './session-control';
import { lockSession } from './session-rows';
import { Session } from './session.entity';

/** Above so many sessions of one person gateways are asked about all of the person at once. */
const askedOneByOne = 3;

/** Whether every portal screen of the ended sessions is closed; known once the transaction has been run. */
export interface Closing {
  readonly done: boolean;
}

/**
 * Ends sessions. Once that has committed everybody is told, and the screens of portals that gateways may show to them are
 * closed before `Transactions.run` returns; where a gateway does not answer, that stays recorded and is tried on.
 */
@Injectable()
export class SessionEnds {
  constructor(
    private readonly transactions: Transactions,
    private readonly control: SessionControl,
    private readonly revocations: PortalRevocations,
  ) {}

  /** Every open session of a person, but `except`, in a transaction that holds the person's row locked. */
  async endAll(
    em: EntityManager,
    personId: string,
    { except = null }: { except?: string | null } = {},
  ): Promise<Closing> {
    // One that ran out so long ago has no token left anywhere.
    const lately = new Date(Date.now() - accessTokenSeconds * 1_000);
    const open = await em.find(
      Session,
      { personId, endedAt: null, expiresAt: { $gt: lately } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const ending = open.filter(({ id }) => id !== except);
    return this.end(em, ending);
  }

  /** Keeps a person to the sessions used last, in a transaction that holds the person's row locked. */
  async endBeyond(em: EntityManager, personId: string, most: number): Promise<void> {
    const lastUsed = { orderBy: { lastUsedAt: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const open = await em.find(Session, { personId, endedAt: null, expiresAt: { $gt: new Date() } }, lastUsed);
    if (open.length > most) await this.end(em, open.slice(most));
  }

  signOutEverywhere(personId: string): Promise<Closing> {
    return this.transactions.run({ personId }, async (em) => {
      await em.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      return this.endAll(em, personId);
    });
  }

  /** One of the person's open sessions; any other is 404. */
  endOne(personId: string, sid: string): Promise<Closing> {
    return this.transactions.run({ personId }, async (em) => {
      const found = await lockSession(em, sid);
      if (found?.person.id !== personId || found.session.isOver(new Date())) throw problems.notFound('session');
      return this.end(em, [found.session]);
    });
  }

  /** The session of the bearer and that of the cookie, which are the same one but for a stale page. */
  async signOut(sid: string | null, token: string | undefined): Promise<Closing> {
    const presented = readRefreshToken(token);
    let done = true;
    for (const id of new Set([sid, presented?.sid])) {
      if (!id) continue;
      const closing = await this.transactions.run({ system: true }, async (em) => {
        const found = await lockSession(em, id);
        // A session id alone is no credential; the cookie counts only with a token of that session.
        const own = id === sid || (presented !== null && found?.session.knowsToken(presented.hash));
        return found && own && !found.session.isOver(new Date()) ? this.end(em, [found.session]) : null;
      });
      done &&= closing?.done ?? true;
    }
    return { done };
  }

  /** These sessions; the transaction holds their rows locked, and before them those of their persons. */
  async end(em: EntityManager, sessions: readonly Session[]): Promise<Closing> {
    const now = new Date();
    for (const session of sessions) session.end(now);
    const revocations = await this.recordFor(
      em,
      sessions.filter(({ seesPortal }) => seesPortal),
    );
    const closing = { done: false };
    this.transactions.afterCommit(em, async () => {
      this.control.announce(sessions.map(({ id }) => id));
      closing.done = await this.revocations.carryOutAll(revocations);
    });
    return closing;
  }

  private async recordFor(em: EntityManager, sessions: readonly Session[]): Promise<PortalRevocation[]> {
    const [first] = sessions;
    const everything = { projectId: null, linkIds: [] };
    if (first && sessions.length > askedOneByOne) {
      // All of one person's: gateways ask identity again about each session they know of.
      return [await this.revocations.record(em, { personId: first.personId, sid: null, ...everything })];
    }
    const revocations: PortalRevocation[] = [];
    for (const { id: sid, personId } of sessions) {
      revocations.push(await this.revocations.record(em, { personId, sid, ...everything }));
    }
    return revocations;
  }
}
