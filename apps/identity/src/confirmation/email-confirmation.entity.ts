import { defineEntity, p } from '@mikro-orm/core';
import type { InspectedLink } from '@porchlight/contracts';
import { v7 } from 'uuid';
import { linkStatus, requireOpen } from '../letter/link-status';

const EmailConfirmationSchema = defineEntity({
  name: 'EmailConfirmation',
  tableName: 'email_confirmation',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    /** Where the link was sent: the person's e-mail, or the one to be. */
    email: p.string(),
    /** Once it was used: the e-mail that it took the place of, if it did. */
    previousEmail: p.string().strictNullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().strictNullable(),
  },
});

const goodForMs = 24 * 3_600_000;

/** A link by which a person shows that an e-mail is theirs. */
export class EmailConfirmation extends EmailConfirmationSchema.class {
  static ask(personId: string, email: string, now: Date): EmailConfirmation {
    const confirmation = new EmailConfirmation();
    confirmation.id = v7();
    confirmation.personId = personId;
    confirmation.email = email;
    confirmation.previousEmail = null;
    confirmation.createdAt = now;
    confirmation.expiresAt = new Date(now.getTime() + goodForMs);
    confirmation.usedAt = null;
    return confirmation;
  }

  statusAt(now: Date): InspectedLink['status'] {
    return linkStatus(this, now);
  }

  use(previousEmail: string | null, now: Date): void {
    requireOpen(this, now);
    this.previousEmail = previousEmail;
    this.usedAt = now;
  }
}
EmailConfirmationSchema.setClass(EmailConfirmation);
