import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { voidConfirmations } from '../confirmation/open-confirmations';
import { Letters } from '../letter/letters';
import type { Person } from '../person/person.entity';
import { SessionEnds, type Closing } from '../session/session-ends';

/** What a new password brings with it, by whichever way it was chosen. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly ends: SessionEnds,
    private readonly letters: Letters,
  ) {}

  /** In a transaction that holds the person's row locked. Ends every session, but `except`, and tells the person by mail. */
  async choose(
    em: EntityManager,
    person: Person,
    passwordHash: string,
    { except = null }: { except?: string | null } = {},
  ): Promise<Closing> {
    person.choosePassword(passwordHash);
    await em.flush();
    // Whoever knew the old one may have asked to move the account to an address of theirs.
    await voidConfirmations(em, person.id, person.email);
    await this.letters.request(em, 'password_changed', person.id, { generation: person.passwordVersion });
    return this.ends.endAll(em, person.id, { except });
  }
}
