import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { NewPassword } from '../account/new-password';
import type { Person } from '../person/person.entity';
import { PasswordReset } from '../reset/password-reset.entity';

/**
 * Gives an account that never confirmed its e-mail to who holds a link mailed there (docs/adr/0008): whoever had it is out
 * at once, and no link they asked for works any more.
 */
@Injectable()
export class Takeover {
  constructor(private readonly newPassword: NewPassword) {}

  /** In a transaction that holds the account's row locked. */
  async of(em: EntityManager, account: Person, by: { name: string; passwordHash: string }): Promise<void> {
    account.name = by.name;
    await em.nativeUpdate(PasswordReset, { email: account.email, usedAt: null }, { usedAt: new Date() });
    await this.newPassword.choose(em, account, by.passwordHash);
  }
}
