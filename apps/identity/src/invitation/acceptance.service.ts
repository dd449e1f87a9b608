import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { AcceptedInvitation, AcceptInvitation, InspectedInvitation } from '@porchlight/contracts';
import { problems, ProblemError, sql, Transactions, type Caller } from '@porchlight/platform';
import { Company } from '../company/company.entity';
import { Membership } from '../membership/membership.entity';
import { MembershipStates } from '../membership/membership-states';
import { PasswordHasher } from '../person/password-hasher';
import { Person } from '../person/person.entity';
import { ProjectCopy } from '../project/project-copy.entity';
import { SessionService } from '../session/session.service';
import { InvitationLinks } from './invitation-links';
import { Invitation } from './invitation.entity';
import { invitationErrors, linkErrors } from './invitation.errors';
import { inspectedReply } from './invitation.mapper';

interface SignUp {
  readonly name: string;
  readonly passwordHash: string;
}

/** What the holder of an invitation's link may do: look, which uses up nothing, and accept, once. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: InvitationLinks,
    private readonly passwords: PasswordHasher,
    private readonly memberships: MembershipStates,
    private readonly sessions: SessionService,
  ) {}

  inspect(token: string): Promise<InspectedInvitation> {
    return this.opened(token, async (em, invitation) => {
      const known = (await em.count(Person, { email: invitation.email })) > 0;
      await this.transactions.enter(em, { companyId: invitation.companyId });
      const company = await em.findOneOrFail(Company, { id: invitation.companyId });
      const { projectId } = invitation;
      const project = projectId === null ? null : await em.findOne(ProjectCopy, { projectId });
      const inviter = await em.findOneOrFail(Person, { id: invitation.invitedBy });
      return inspectedReply(invitation, company, project?.name ?? null, {
        invitedBy: inviter.name,
        known,
        renewable: false,
      });
    });
  }

  /** Makes the invited person a member; one who is new signs up by it and gets a session. */
  async accept(
    caller: Caller | null,
    { token, name, password }: AcceptInvitation,
    device: string,
  ): Promise<{ accepted: AcceptedInvitation; refreshToken: string | null }> {
    // A first look without lock, so that a dead link costs no hash and a hash holds no row. Who may accept is decided
    // under the lock: here the winner of a race may be known already while the invitation still looks open.
    const isNew = await this.opened(token, async (em, invitation) => {
      invitation.requireOpen(new Date());
      return caller === null && (await em.count(Person, { email: invitation.email })) === 0;
    });
    const signUp = isNew ? await this.signUp(name, password) : null;
    return this.opened(
      token,
      async (em, invitation) => {
        const now = new Date();
        invitation.requireOpen(now);
        const person = await this.personFor(em, caller, invitation.email, signUp, now);
        invitation.accept(person.id, now);
        const membership = await this.join(em, invitation, person, now);
        await this.memberships.changed(em, person);
        const { companyId, projectId, role } = membership;
        const { signedIn, refreshToken } = caller
          ? { signedIn: await this.sessions.signedIn(person, caller.sid), refreshToken: null }
          : await this.sessions.open(em, person, device);
        return { accepted: { membership: { companyId, projectId, role }, ...signedIn }, refreshToken };
      },
      LockMode.PESSIMISTIC_WRITE,
    );
  }

  /** Runs `work` with the invitation that the token names, in its own scope. A token of no invitation is 404, an older one 410. */
  private async opened<T>(
    token: string,
    work: (em: EntityManager, invitation: Invitation) => Promise<T>,
    lockMode: LockMode.NONE | LockMode.PESSIMISTIC_WRITE = LockMode.NONE,
  ): Promise<T> {
    const named = this.links.read(token);
    if (!named) throw linkErrors.unknown();
    return this.transactions.run({ capabilityId: named.id }, async (em) => {
      const invitation = await em.findOne(Invitation, { id: named.id }, { lockMode });
      if (!invitation) throw linkErrors.unknown();
      invitation.requireCurrent(named.generation);
      return work(em, invitation);
    });
  }

  /** The e-mail of the invitation alone says whose it is; nothing in the request can. */
  private requireRightPerson(caller: Caller | null, known: Person | null): void {
    if (caller && caller.personId !== known?.id) throw linkErrors.wrongPerson();
    if (!caller && known) throw linkErrors.signInRequired();
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

  private async personFor(
    em: EntityManager,
    caller: Caller | null,
    email: string,
    signUp: SignUp | null,
    now: Date,
  ): Promise<Person> {
    // Two invitations of one new address accepted at once: the second waits, and then finds the account of the first.
    await sql(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [email]);
    const known = await em.findOne(Person, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    this.requireRightPerson(caller, known);
    if (known) return known;
    // Known a moment ago and gone now: there is no such way yet, but nothing may be guessed.
    if (signUp === null) throw problems.unavailable('Try again.');
    const person = Person.signUp(email, signUp.name, signUp.passwordHash, now);
    await em.persist(person).flush();
    return person;
  }

  private async join(em: EntityManager, invitation: Invitation, person: Person, now: Date): Promise<Membership> {
    // The invitation is written in its own scope before the company's is entered.
    await em.flush();
    const { companyId, projectId } = invitation;
    await this.transactions.enter(em, { companyId });
    const standing = await em.count(Membership, { personId: person.id, companyId, projectId, removedAt: null });
    if (standing > 0) throw invitationErrors.alreadyMember();
    const membership = Membership.join(person.id, invitation, invitation.role, now);
    await em.persist(membership).flush();
    return membership;
  }
}
