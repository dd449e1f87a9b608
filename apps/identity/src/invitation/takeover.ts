import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from '@porchlight/platform';
import type { Person } from '../person/person.entity';
import { SessionService } from '../session/session.service';

/**
 * Gives an account that never confirmed its e-mail to who holds a link mailed there (docs/adr/0008): whoever had it is out
 * at once, and no link of theirs works any more.
 */
@Injectable()
export class Takeover {
  constructor(private readonly sessions: SessionService) {}

  async of(em: EntityManager, account: Person, by: { name: string; passwordHash: string }): Promise<void> {
    account.name = by.name;
    account.choosePassword(by.passwordHash);
    await this.sessions.endAll(em, account.id);
    await sql(em, 'update email_confirmation set used_at = now() where person_id = ? and used_at is null', [
      account.id,
    ]);
    await sql(em, 'update password_reset set used_at = now() where email = ? and used_at is null', [account.email]);
  }
}
