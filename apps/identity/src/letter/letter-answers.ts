import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { askLetter, LetterKind } from '@porchlight/contracts';
import { Transactions } from '@porchlight/platform';
import type { z } from 'zod';
import { Company } from '../company/company.entity';
import { EmailConfirmation } from '../confirmation/email-confirmation.entity';
import { Membership } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import { PasswordReset } from '../reset/password-reset.entity';
import { MailedLinks } from './mailed-links';

type Question = z.infer<typeof askLetter.question>;
type Answer = z.infer<typeof askLetter.answer>;

/** What a letter of one kind says, beside what all say. */
interface Letter {
  readonly person: Person;
  readonly to: string;
  readonly url: string;
  readonly expiresAt?: string;
  readonly newEmail?: string;
}
type Writing = (em: EntityManager, question: Question) => Promise<Letter | null>;

/** Says what a letter is to say, at the moment it is sent: to nobody where there is no such account, or it is over. */
@Injectable()
export class LetterAnswers {
  private readonly writings: Readonly<Record<LetterKind, Writing>> = {
    password_reset: (em, { reference }) => this.passwordReset(em, reference),
    password_changed: (em, { reference, generation }) => this.passwordChanged(em, reference, generation),
    email_confirmation: (em, { reference }) => this.emailConfirmation(em, reference),
    email_changed: (em, { reference }) => this.emailChanged(em, reference),
  };

  constructor(
    private readonly transactions: Transactions,
    private readonly links: MailedLinks,
  ) {}

  compose(question: Question): Promise<Answer> {
    return this.transactions.run({ capabilityId: question.reference }, async (em): Promise<Answer> => {
      const letter = await this.writings[question.kind](em, question);
      if (!letter || letter.person.deactivatedAt !== null) return { sendable: false };
      const { person, to, url, expiresAt, newEmail } = letter;
      return {
        sendable: true,
        to,
        personName: person.name,
        url,
        ...(expiresAt !== undefined && { expiresAt }),
        ...(newEmail !== undefined && { newEmail }),
        locale: await this.localeOf(em, person),
      };
    });
  }

  private async passwordReset(em: EntityManager, id: string): Promise<Letter | null> {
    const reset = await em.findOne(PasswordReset, { id });
    if (reset?.statusAt(new Date()) !== 'open') return null;
    const { email, expiresAt } = reset;
    const person = await em.findOne(Person, { email });
    const url = this.links.of('password-reset', id);
    return person && { person, to: email, url, expiresAt: expiresAt.toISOString() };
  }

  /** Of a password that was replaced again, nothing: the letter about the newest is on its way. */
  private async passwordChanged(em: EntityManager, id: string, passwordVersion: number): Promise<Letter | null> {
    const person = await em.findOne(Person, { id, passwordVersion });
    return person && { person, to: person.email, url: this.links.page('forgot-password', person.email) };
  }

  private async emailConfirmation(em: EntityManager, id: string): Promise<Letter | null> {
    const confirmation = await em.findOne(EmailConfirmation, { id });
    if (confirmation?.statusAt(new Date()) !== 'open') return null;
    const { personId, email, expiresAt } = confirmation;
    const person = await em.findOne(Person, { id: personId });
    const url = this.links.of('email-confirmation', id);
    return person && { person, to: email, url, expiresAt: expiresAt.toISOString() };
  }

  private async emailChanged(em: EntityManager, id: string): Promise<Letter | null> {
    const confirmation = await em.findOne(EmailConfirmation, { id });
    if (!confirmation || confirmation.usedAt === null || confirmation.previousEmail === null) return null;
    const { personId, email, previousEmail } = confirmation;
    const person = await em.findOne(Person, { id: personId });
    return person && { person, to: previousEmail, url: this.links.page('sign-in', email), newEmail: email };
  }

  /** That of the company the person has been with longest. */
  private async localeOf(em: EntityManager, { id }: Person): Promise<Company['locale']> {
    await this.transactions.enter(em, { personId: id });
    const [first] = await em.find(Membership, { personId: id, removedAt: null }, { orderBy: { id: 'asc' }, limit: 1 });
    const company = first && (await em.findOne(Company, { id: first.companyId }));
    return company?.locale ?? 'en';
  }
}
