import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { problems, sql, type Caller } from '@porchlight/platform';
import { Person } from '../person/person.entity';
import type { Invitation } from './invitation.entity';
import { linkErrors } from './invitation.errors';
import { Takeover } from './takeover';

/** What a new person chose. */
export interface SignUp {
  readonly name: string;
  readonly passwordHash: string;
}

/**
 * An account keeps its e-mail against the holder of a link if it was confirmed, or if the link proves nothing: one that was
 * shown to whoever invited does not say who reads that mailbox.
 */
const keeps = (account: Person, link: Invitation): boolean => account.emailConfirmedAt !== null || !link.mailed;

/** Whose account an invitation is for. The e-mail of the invitation alone says so; nothing in a request can. */
@Injectable()
export class Invitees {
  constructor(private readonly takeover: Takeover) {}

  /** Whether somebody has an account that keeps this e-mail, and so signs in instead of signing up. */
  async isKnown(em: EntityManager, invitation: Invitation): Promise<boolean> {
    const account = await em.findOne(Person, { email: invitation.email });
    return account !== null && keeps(account, invitation);
  }

  /** The person who accepts, their row locked or new: the caller, or without one who signs up. Refuses anybody else. */
  async accepting(
    em: EntityManager,
    invitation: Invitation,
    caller: Caller | null,
    signUp: SignUp | null,
    now: Date,
  ): Promise<Person> {
    const { email } = invitation;
    // Two invitations of one new address accepted at once: the second waits, and then finds the account of the first.
    await sql(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [email]);
    const account = await em.findOne(Person, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const person = caller ? ofCaller(caller, account) : await this.ofNobody(em, invitation, account, signUp, now);
    if (invitation.mailed) person.confirmEmail(now);
    await em.persist(person).flush();
    return person;
  }

  private async ofNobody(
    em: EntityManager,
    invitation: Invitation,
    account: Person | null,
    signUp: SignUp | null,
    now: Date,
  ): Promise<Person> {
    if (account && keeps(account, invitation)) throw linkErrors.signInRequired();
    // Known when it was looked at first and gone now: nothing may be guessed.
    if (signUp === null) throw problems.unavailable('Try again.');
    if (!account) return Person.signUp(invitation.email, signUp.name, signUp.passwordHash, now);
    await this.takeover.of(em, account, signUp);
    return account;
  }
}

const ofCaller = (caller: Caller, account: Person | null): Person => {
  if (caller.personId !== account?.id) throw linkErrors.wrongPerson();
  return account;
};
