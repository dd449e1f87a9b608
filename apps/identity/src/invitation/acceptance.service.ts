import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { AcceptedInvitation, AcceptInvitation } from '@porchlight/contracts';
import { problems, ProblemError, Transactions, type Caller } from '@porchlight/platform';
import { Limits } from '../limit/limits';
import { Membership } from '../membership/membership.entity';
import { MembershipStates } from '../membership/membership-states';
import { PasswordHasher } from '../person/password-hasher';
import type { Person } from '../person/person.entity';
import { SessionService, type Begun } from '../session/session.service';
import { InvitationByLink } from './invitation-by-link';
import { InvitationEvents } from './invitation-events';
import type { Invitation } from './invitation.entity';
import { invitationErrors } from './invitation.errors';
import { Invitees, type SignUp } from './invitees';

/** Where it is accepted: the client's network, and what the session list will show. */
export interface AcceptingFrom {
  readonly client: string;
  readonly device: string;
}

/** The answer's body, and the session of who signed up by it. */
export interface Accepted {
  readonly accepted: AcceptedInvitation;
  readonly begun: Begun | null;
}

/** Accepting an invitation by its link, which works once. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly limits: Limits,
    private readonly transactions: Transactions,
    private readonly byLink: InvitationByLink,
    private readonly invitees: Invitees,
    private readonly passwords: PasswordHasher,
    private readonly memberships: MembershipStates,
    private readonly sessions: SessionService,
    private readonly events: InvitationEvents,
  ) {}

  /** Makes the invited person a member; one who is new signs up by it and gets a session. */
  async accept(
    caller: Caller | null,
    { token, name, password }: AcceptInvitation,
    from: AcceptingFrom,
  ): Promise<Accepted> {
    await this.limits.take({ of: 'link', key: from.client });
    // A first look without lock, so that a dead link costs no hash and a hash holds no row. Who may accept is decided
    // under the lock: here the winner of a race may be known already while the invitation still looks open.
    const isNew = await this.byLink.look(token, async (em, invitation, generation) => {
      invitation.requireCurrent(generation);
      invitation.requireOpen(new Date());
      return caller === null && !(await this.invitees.isKnown(em, invitation));
    });
    const signUp = isNew ? await this.signUp(name, password) : null;
    try {
      return await this.byLink.change(token, (em, invitation, generation) => {
        invitation.requireCurrent(generation);
        return this.join(em, invitation, caller, signUp, from.device);
      });
    } catch (error) {
      // Somebody registered under this e-mail, or joined this place, in this very moment.
      if (error instanceof UniqueConstraintViolationException) throw problems.unavailable('Try again.');
      throw error;
    }
  }

  private async join(
    em: EntityManager,
    invitation: Invitation,
    caller: Caller | null,
    signUp: SignUp | null,
    device: string,
  ): Promise<Accepted> {
    const now = new Date();
    invitation.requireOpen(now);
    const person = await this.invitees.accepting(em, invitation, caller, signUp, now);
    invitation.accept(person.id, now);
    // Told, and so written, in its own scope, before the company's is entered.
    await this.events.accepted(em, invitation, person.name);
    const { companyId, projectId, role } = await this.member(em, invitation, person, now);
    await this.memberships.changed(em, person);
    const membership = { companyId, projectId, role };
    if (caller) {
      const signedIn = await this.sessions.signedIn(person, caller.sid);
      return { accepted: { membership, ...signedIn }, begun: null };
    }
    const begun = await this.sessions.open(em, person, device);
    return { accepted: { membership, ...begun.signedIn }, begun };
  }

  private async member(em: EntityManager, invitation: Invitation, person: Person, now: Date): Promise<Membership> {
    const { companyId, projectId } = invitation;
    await this.transactions.enter(em, { companyId });
    const standing = await em.count(Membership, { personId: person.id, companyId, projectId, removedAt: null });
    if (standing > 0) throw invitationErrors.alreadyMember();
    const membership = Membership.join(person.id, invitation, invitation.role, now);
    await em.persist(membership).flush();
    return membership;
  }

  private async signUp(name: string | undefined, password: string | undefined): Promise<SignUp> {
    if (name !== undefined && password !== undefined) {
      return { name, passwordHash: await this.passwords.hash(password) };
    }
    const message = 'is needed to sign up';
    const errors = [
      ...(name === undefined ? [{ path: 'name', message }] : []),
      ...(password === undefined ? [{ path: 'password', message }] : []),
    ];
    throw new ProblemError('invalid_request', 400, 'A new person gives a name and a password.', { errors });
  }
}
