import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ChangeEmail, InspectedLink } from '@porchlight/contracts';
import { problems, Transactions } from '@porchlight/platform';
import { Letters } from '../letter/letters';
import { linkErrors } from '../letter/link.errors';
import { requireOpen } from '../letter/link-status';
import { MailedLinks } from '../letter/mailed-links';
import { MembershipStates } from '../membership/membership-states';
import { Person } from '../person/person.entity';
import { personErrors } from '../person/person.errors';
import { EmailConfirmation } from './email-confirmation.entity';
import { voidConfirmations } from './open-confirmations';

/** How long after its end a link still says that it is over, and a letter about it can still be sent. */
const keptForMs = 30 * 86_400_000;

/** Shows that an e-mail belongs to a person: the one they have, or the one they want to have from then on. */
@Injectable()
export class EmailConfirmations {
  constructor(
    private readonly transactions: Transactions,
    private readonly letters: Letters,
    private readonly links: MailedLinks,
    private readonly states: MembershipStates,
  ) {}

  /**
   * Has a link mailed to `email`, in a transaction that holds the person's row locked or made it. Links to other addresses
   * die: only the latest wish counts. Whether another account has the address is told to nobody but who holds the link.
   */
  async request(em: EntityManager, person: Person, email: string, language?: ChangeEmail['language']): Promise<void> {
    if (!this.letters.canBeSent) return;
    await voidConfirmations(em, person.id, null);
    // Addresses that were mistyped or are long left are not kept.
    await em.nativeDelete(EmailConfirmation, { expiresAt: { $lt: new Date(Date.now() - keptForMs) } });
    const confirmation = EmailConfirmation.ask(person.id, email, new Date());
    await em.persist(confirmation).flush();
    await this.letters.request(em, 'email_confirmation', confirmation.id, { language });
  }

  /** Looking uses up nothing. */
  async inspect(token: string): Promise<InspectedLink> {
    const { email, status } = await this.read(token);
    return { email, status };
  }

  /** Makes the address the person's own, once. Tells the address that it takes the place of. */
  async complete(token: string): Promise<{ email: string }> {
    const { id, personId } = await this.read(token);
    try {
      return await this.transactions.run({ capabilityId: id }, async (em) => {
        // The person first, as everywhere: of two that use the link at once the second finds it used.
        const person = await em.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
        const confirmation = await em.findOneOrFail(
          EmailConfirmation,
          { id },
          { lockMode: LockMode.PESSIMISTIC_WRITE },
        );
        const now = new Date();
        requireOpen(confirmation, now);
        if (person.deactivatedAt !== null) throw linkErrors.over();
        const { email } = confirmation;
        const previous = person.email === email ? null : person.email;
        confirmation.use(previous, now);
        person.confirmEmail(now);
        if (previous !== null) await this.move(em, person, confirmation);
        return { email };
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) throw personErrors.emailTaken();
      throw error;
    }
  }

  /** The former address is told; services keep copies of e-mails, so they are too. */
  private async move(em: EntityManager, person: Person, { id, email }: EmailConfirmation): Promise<void> {
    if ((await em.count(Person, { email })) > 0) throw personErrors.emailTaken();
    person.email = email;
    await em.flush();
    await this.letters.request(em, 'email_changed', id);
    await this.states.changed(em, person);
  }

  private read(token: string): Promise<InspectedLink & { id: string; personId: string }> {
    const id = this.links.read('email-confirmation', token);
    return this.transactions.run({ capabilityId: id }, async (em) => {
      const confirmation = await em.findOne(EmailConfirmation, { id });
      if (!confirmation) throw problems.notFound('link');
      const { personId, email } = confirmation;
      return { id, personId, email, status: confirmation.statusAt(new Date()) };
    });
  }
}
