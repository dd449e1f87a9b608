import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { Limits } from '../limit/limits';
import { PasswordHasher } from '../person/password-hasher';
import { Person } from '../person/person.entity';

/** Runs work with the person's row locked, if the password is still the one that was checked. */
export type AsPerson = <T>(work: (em: EntityManager, person: Person) => Promise<T>) => Promise<T>;

/** Asks for the password again of somebody signed in: a stolen session alone must not change who holds the account. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: Limits,
    private readonly passwords: PasswordHasher,
  ) {}

  /** Throws 400 about `field` when `password` is not the caller's. */
  async check({ personId: id }: Caller, field: string, password: string): Promise<AsPerson> {
    const wrong = problems.invalid(field, 'is not your password');
    const { passwordHash, passwordVersion } = await this.transactions.run({ personId: id }, (em) =>
      em.findOneOrFail(Person, { id }),
    );
    const giveBack = await this.limits.take({ of: 'own_password', key: id });
    if (!(await this.passwords.verify(passwordHash, password))) throw wrong;
    await giveBack();
    return (work) =>
      this.transactions.run({ personId: id }, async (em) => {
        const person = await em.findOneOrFail(Person, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (person.passwordVersion !== passwordVersion) throw wrong;
        return work(em, person);
      });
  }
}
