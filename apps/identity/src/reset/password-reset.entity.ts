import { defineEntity, p } from '@mikro-orm/core';
import type { InspectedLink } from '@porchlight/contracts';
import { v7 } from 'uuid';
import { linkStatus, requireOpen } from '../letter/link-status';

const PasswordResetSchema = defineEntity({
  name: 'PasswordReset',
  tableName: 'password_reset',
  properties: {
    id: p.uuid().primary(),
    /** As it was typed: whether anybody has such an account is asked when the mail is sent and when the link is used. */
    email: p.string(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().strictNullable(),
  },
});

const goodForMs = 3_600_000;

/** A wish for a new password, by whoever typed the address. */
export class PasswordReset extends PasswordResetSchema.class {
  static ask(email: string, now: Date): PasswordReset {
    const reset = new PasswordReset();
    reset.id = v7();
    reset.email = email;
    reset.createdAt = now;
    reset.expiresAt = new Date(now.getTime() + goodForMs);
    reset.usedAt = null;
    return reset;
  }

  statusAt(now: Date): InspectedLink['status'] {
    return linkStatus(this, now);
  }

  use(now: Date): void {
    requireOpen(this, now);
    this.usedAt = now;
  }
}
PasswordResetSchema.setClass(PasswordReset);
