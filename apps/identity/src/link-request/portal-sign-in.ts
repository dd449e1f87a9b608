import { Injectable } from '@nestjs/common';
import type { AnswerOf, askPortalSignIn, QuestionOf } from '@porchlight/contracts';
import { Transactions } from '@porchlight/platform';
import { MailedLinks } from '../letter/mailed-links';
import { Membership } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import { ProjectCopy } from '../project/project-copy.entity';

/** Says what the mail to a customer who asked for a way in is to say, at the moment it is sent. */
@Injectable()
export class PortalSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: MailedLinks,
  ) {}

  compose({ membershipId: id }: QuestionOf<typeof askPortalSignIn>): Promise<AnswerOf<typeof askPortalSignIn>> {
    return this.transactions.run({ system: true }, async (em) => {
      const membership = await em.findOne(Membership, { id, role: 'customer', removedAt: null });
      if (!membership || membership.projectId === null) return { sendable: false };
      const { companyId, personId, projectId } = membership;
      const person = await em.findOneOrFail(Person, { id: personId });
      if (person.deactivatedAt !== null) return { sendable: false };
      const { name: projectName } = await em.findOneOrFail(ProjectCopy, { projectId });
      const url = this.links.page('sign-in', person.email, `/portal/${projectId}`);
      return { sendable: true, to: person.email, url, personName: person.name, projectId, companyId, projectName };
    });
  }
}
