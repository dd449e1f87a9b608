import { Inject, Injectable } from '@nestjs/common';
import type { askAcceptedMail } from '@porchlight/contracts';
import { CONFIG, Transactions } from '@porchlight/platform';
import type { z } from 'zod';
import { Company } from '../company/company.entity';
import type { Config } from '../config';
import { Person } from '../person/person.entity';
import { ProjectCopy } from '../project/project-copy.entity';
import { Invitation } from './invitation.entity';
import { inviterIsStaff } from './inviter';
import { Sendings } from './sendings';

type Question = z.infer<typeof askAcceptedMail.question>;
type Mail = z.infer<typeof askAcceptedMail.answer>;

/** What the mail to who invited says once somebody accepted. Nothing where they have left, or where it is no longer so. */
@Injectable()
export class AcceptedMail {
  private readonly origin: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly transactions: Transactions,
    private readonly sendings: Sendings,
  ) {
    this.origin = config.PUBLIC_ORIGINS[0] ?? '';
  }

  async compose({ invitationId, generation }: Question): Promise<Mail> {
    return this.transactions.run({ capabilityId: invitationId }, async (em) => {
      const invitation = await em.findOne(Invitation, { id: invitationId });
      const { acceptedBy = null, companyId = '', projectId = null } = invitation ?? {};
      if (invitation?.generation !== generation || acceptedBy === null) return { sendable: false };
      await this.transactions.enter(em, { companyId });
      const company = await em.findOneOrFail(Company, { id: companyId });
      const project = projectId === null ? null : await em.findOne(ProjectCopy, { projectId });
      // The bell tells of it as well, also where no mail goes out.
      if (!this.sendings.mailed || !(await inviterIsStaff(em, invitation)))
        return { sendable: false, place: project?.name ?? company.name };
      const inviter = await em.findOneOrFail(Person, { id: invitation.invitedBy });
      const person = await em.findOneOrFail(Person, { id: acceptedBy });
      return {
        sendable: true,
        to: inviter.email,
        personName: person.name,
        personEmail: person.email,
        role: invitation.role,
        companyId,
        companyName: company.name,
        projectName: project?.name ?? null,
        url: `${this.origin}${projectId === null ? '/people' : `/projects/${projectId}`}`,
        locale: company.locale,
      };
    });
  }
}
