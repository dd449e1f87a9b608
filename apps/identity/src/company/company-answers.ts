import { Injectable } from '@nestjs/common';
import type { AnswerOf, askCompany, askStaff, askStaffAddress, QuestionOf } from '@porchlight/contracts';
import { Transactions } from '@porchlight/platform';
import { Membership } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import { Company } from './company.entity';

/** What other services ask about a company and its staff at the moment they need it. */
@Injectable()
export class CompanyAnswers {
  constructor(private readonly transactions: Transactions) {}

  company({ companyId }: QuestionOf<typeof askCompany>): Promise<AnswerOf<typeof askCompany>> {
    return this.transactions.run({ companyId }, async (em) => {
      const { name, contact, locale, timeZone } = await em.findOneOrFail(Company, { id: companyId });
      return { name, contact, locale, timeZone };
    });
  }

  staff({ companyId }: QuestionOf<typeof askStaff>): Promise<AnswerOf<typeof askStaff>> {
    return this.transactions.run({ companyId }, async (em) => {
      const memberships = await em.find(Membership, { companyId, projectId: null, removedAt: null });
      const personIds = memberships.map(({ personId }) => personId);
      const people = await em.find(Person, { id: { $in: personIds }, deactivatedAt: null });
      return { staff: people.map(({ id, name, email }) => ({ personId: id, name, email })) };
    });
  }

  /**
   * Nothing of who is not on the staff, or no more: a mail meant for colleagues follows nobody out of the company. Nor of
   * an unconfirmed address: who registers names any, and strangers choose what these mails say.
   */
  staffAddress({ companyId, personId }: QuestionOf<typeof askStaffAddress>): Promise<AnswerOf<typeof askStaffAddress>> {
    return this.transactions.run({ companyId }, async (em) => {
      const standing = await em.count(Membership, { companyId, personId, projectId: null, removedAt: null });
      if (standing === 0) return { sendable: false };
      const person = await em.findOneOrFail(Person, { id: personId });
      if (person.deactivatedAt !== null || person.emailConfirmedAt === null) return { sendable: false };
      const { locale } = await em.findOneOrFail(Company, { id: companyId });
      return { sendable: true, to: person.email, personName: person.name, locale };
    });
  }
}
