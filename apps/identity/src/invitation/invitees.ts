import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Caller, oneAtATime, problems } from '@porchlight/platform';
import { Person } from '../person/person.entity';
import type { Invitation } from './invitation.entity';
import { linkErrors } from './invitation.errors';

/** What a new person chose. */
export interface SignUp {
  readonly name: string;
  readonly passwordHash: string;
}

/** Whose account an invitation is for. The e-mail of the invitation alone says so; nothing in a request can. */
@Injectable()
export class Invitees {
  /** Whether somebody has an account with this e-mail, and so signs in instead of signing up. */
  async isKnown(em: EntityManager, { email }: Invitation): Promise<boolean> {
    return (await em.count(Person, { email })) > 0;
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
    await oneAtATime(em, email);
    const account = await em.findOne(Person, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const person = caller ? ofCaller(caller, account) : ofNobody(email, account, signUp, now);
    if (invitation.mailed) person.confirmEmail(now);
    await em.persist(person).flush();
    return person;
  }
}

const ofCaller = (caller: Caller, account: Person | null): Person => {
  if (caller.personId !== account?.id) throw linkErrors.wrongPerson();
  return account;
};

/**
 * A new person. The link of an invitation is worth one membership and never an account: one that stands already, confirmed
 * or not, is entered by its password or by a reset (docs/adr/0008).
 */
const ofNobody = (email: string, account: Person | null, signUp: SignUp | null, now: Date): Person => {
  if (account) throw linkErrors.signInRequired();
  // Known when it was looked at first and gone now: nothing may be guessed.
  if (signUp === null) throw problems.unavailable('Try again.');
  return Person.signUp(email, signUp.name, signUp.passwordHash, now);
};
