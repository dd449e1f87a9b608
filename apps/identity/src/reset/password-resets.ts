import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { CompleteReset, InspectedLink, RequestReset } from '@porchlight/contracts';
import { problems, Transactions } from '@porchlight/platform';
import { NewPassword } from '../account/new-password';
import type { Account } from '../device/device-cookie';
import { Letters } from '../letter/letters';
import { linkErrors } from '../letter/link.errors';
import { requireOpen } from '../letter/link-status';
import { MailedLinks } from '../letter/mailed-links';
import { Limits } from '../limit/limits';
import { PasswordHasher } from '../person/password-hasher';
import { Person } from '../person/person.entity';
import { PasswordReset } from './password-reset.entity';

/** How long after its end a link still says that it is over, and not that there is none. */
const keptForMs = 7 * 86_400_000;

export interface CompletedReset {
  readonly account: Account;
  readonly done: boolean;
}

/** New passwords for those who forgot theirs. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: Limits,
    private readonly letters: Letters,
    private readonly links: MailedLinks,
    private readonly passwords: PasswordHasher,
    private readonly newPassword: NewPassword,
  ) {}

  /**
   * Notes the wish and has the link mailed, without looking whether anybody has such an account: so nothing that happens
   * here can tell. Too many wishes for one address are dropped in silence; the links mailed before still work.
   */
  async request({ email, language }: RequestReset, client: string): Promise<void> {
    await this.limits.take({ of: 'reset', key: client });
    if (!this.letters.canBeSent) return;
    const mails = [
      { of: 'reset_mail_pause', key: email },
      { of: 'reset_mail', key: email },
    ] as const;
    if (!(await this.limits.tryTake(...mails))) return;
    const reset = PasswordReset.ask(email, new Date());
    await this.transactions.run({ capabilityId: reset.id }, async (em) => {
      await em.persist(reset).flush();
      // Addresses of people who may have no account here are not kept.
      await em.nativeDelete(PasswordReset, { expiresAt: { $lt: new Date(Date.now() - keptForMs) } });
      await this.letters.request(em, 'password_reset', reset.id, { language });
    });
  }

  /** Looking uses up nothing. */
  async inspect(token: string): Promise<InspectedLink> {
    const { email, status } = await this.read(token);
    return { email, status };
  }

  /** Gives the account the new password, ends all its sessions and shows its e-mail to be confirmed; once. */
  async complete({ token, password }: CompleteReset): Promise<CompletedReset> {
    const { id, email } = await this.read(token, requireOpen);
    const passwordHash = await this.passwords.hash(password);
    const { account, closing } = await this.transactions.run({ capabilityId: id }, async (em) => {
      // The person first, as everywhere: of two that use the link at once the second finds it used.
      const person = await em.findOne(Person, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const now = new Date();
      (await this.locked(em, id)).use(now);
      if (!person) throw linkErrors.over();
      await em.flush();
      await em.nativeUpdate(PasswordReset, { email, usedAt: null }, { usedAt: now });
      person.confirmEmail(now);
      const closing = await this.newPassword.choose(em, person, passwordHash);
      return { account: { id: person.id, passwordVersion: person.passwordVersion }, closing };
    });
    return { account, done: closing.done };
  }

  private read(
    token: string,
    check: (reset: PasswordReset, now: Date) => void = () => undefined,
  ): Promise<{ id: string; email: string; status: InspectedLink['status'] }> {
    const id = this.links.read('password-reset', token);
    return this.transactions.run({ capabilityId: id }, async (em) => {
      const reset = await em.findOne(PasswordReset, { id });
      if (!reset) throw problems.notFound('link');
      const now = new Date();
      check(reset, now);
      return { id, email: reset.email, status: reset.statusAt(now) };
    });
  }

  private locked(em: EntityManager, id: string): Promise<PasswordReset> {
    return em.findOneOrFail(PasswordReset, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }
}
