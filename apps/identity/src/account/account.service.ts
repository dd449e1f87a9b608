import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import type { ChangeEmail, ChangeMe, ChangePassword, Person as PersonReply } from '@porchlight/contracts';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { EmailConfirmations } from '../confirmation/email-confirmations';
import type { Account } from '../device/device-cookie';
import { Letters } from '../letter/letters';
import { Limits } from '../limit/limits';
import { MembershipStates } from '../membership/membership-states';
import { PasswordHasher } from '../person/password-hasher';
import { Person } from '../person/person.entity';
import { personReply } from '../person/person.mapper';
import type { Closing } from '../session/session-ends';
import { NewPassword } from './new-password';
import { OwnPassword } from './own-password';

/** What a person changes about their own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ownPassword: OwnPassword,
    private readonly passwords: PasswordHasher,
    private readonly newPassword: NewPassword,
    private readonly confirmations: EmailConfirmations,
    private readonly letters: Letters,
    private readonly limits: Limits,
    private readonly states: MembershipStates,
  ) {}

  rename({ personId: id }: Caller, { name }: ChangeMe): Promise<PersonReply> {
    return this.transactions.run({ personId: id }, async (em) => {
      const person = await em.findOneOrFail(Person, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (person.name !== name) {
        person.name = name;
        await this.states.changed(em, person);
      }
      return personReply(person);
    });
  }

  /** Ends every other session of the caller. */
  async changePassword(
    caller: Caller,
    { current, password }: ChangePassword,
  ): Promise<{ account: Account; closing: Closing }> {
    const asPerson = await this.ownPassword.check(caller, 'current', current);
    const passwordHash = await this.passwords.hash(password);
    return asPerson(async (em, person) => {
      const closing = await this.newPassword.choose(em, person, passwordHash, { except: caller.sid });
      return { account: { id: person.id, passwordVersion: person.passwordVersion }, closing };
    });
  }

  /** Has a link mailed to the address; the answer is the same whether another account has it. Too many are dropped in silence. */
  async changeEmail(caller: Caller, { email, password, language }: ChangeEmail): Promise<void> {
    if (!this.letters.canBeSent) {
      throw problems.conflict('mail_not_set_up', 'No mail server is set up here, so no e-mail can be confirmed.');
    }
    const asPerson = await this.ownPassword.check(caller, 'password', password);
    const mails = [
      { of: 'confirmation_mail_pause', key: `${caller.personId} ${email}` },
      { of: 'confirmation_mail', key: `${caller.personId} ${email}` },
    ] as const;
    if (!(await this.limits.tryTake(...mails))) return;
    await asPerson((em, person) => this.confirmations.request(em, person, email, language));
  }
}
