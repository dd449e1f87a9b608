import { defineEntity, p } from '@mikro-orm/core';
import { v4, v7 } from 'uuid';

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    /** Lower-cased; unique in the whole installation. */
    email: p.string(),
    name: p.string(),
    passwordHash: p.string(),
    /** Rises with each new password. */
    passwordVersion: p.integer(),
    /** When a link sent to the e-mail last showed it to be theirs; null: never. */
    emailConfirmedAt: p.datetime().strictNullable(),
    /** Since when the account is closed. */
    deactivatedAt: p.datetime().strictNullable(),
    /** Rises with every change of the person's memberships; travels in the access token as `mv`. */
    membershipVersion: p.integer(),
    createdAt: p.datetime(),
  },
});

/** Somebody who signs in. Belongs to no company: what they may do follows from their memberships alone. */
export class Person extends PersonSchema.class {
  static signUp(email: string, name: string, passwordHash: string, now: Date): Person {
    const person = new Person();
    person.id = v7();
    person.email = email;
    person.name = name;
    person.passwordHash = passwordHash;
    person.passwordVersion = 1;
    person.emailConfirmedAt = null;
    person.deactivatedAt = null;
    person.membershipVersion = 0;
    person.createdAt = now;
    return person;
  }

  /** A link that was sent to the e-mail has been used. */
  confirmEmail(now: Date): void {
    this.emailConfirmedAt = now;
  }

  choosePassword(passwordHash: string): void {
    this.passwordHash = passwordHash;
    this.passwordVersion += 1;
  }

  /** Closes the account: its e-mail is free for another one, and no password is right for it. */
  deactivate(now: Date): void {
    this.deactivatedAt = now;
    // Nobody can have taken an address that nobody can know.
    this.email = `${v4()}@deactivated.invalid`;
    this.emailConfirmedAt = null;
    this.choosePassword('');
  }
}
PersonSchema.setClass(Person);
