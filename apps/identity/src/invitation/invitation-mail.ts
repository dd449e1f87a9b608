import { Injectable } from '@nestjs/common';
import type { askInvitationMail } from '@porchlight/contracts';
import { Transactions } from '@porchlight/platform';
import type { z } from 'zod';
import { Company } from '../company/company.entity';
import { ProjectCopy } from '../project/project-copy.entity';
import { InvitationLinks } from './invitation-links';
import { Invitation } from './invitation.entity';

type Question = z.infer<typeof askInvitationMail.question>;
type Mail = z.infer<typeof askInvitationMail.answer>;

/** Says what an invitation's mail is to say, at the moment it is sent; of a sending that is no longer current, nothing. */
@Injectable()
export class InvitationMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: InvitationLinks,
  ) {}

  compose({ invitationId, generation }: Question): Promise<Mail> {
    return this.transactions.run({ capabilityId: invitationId }, async (em) => {
      const invitation = await em.findOne(Invitation, { id: invitationId });
      const current = invitation?.generation === generation && invitation.statusAt(new Date()) === 'pending';
      const acceptUrl = current ? this.links.of(invitation) : null;
      if (!invitation || acceptUrl === null) return { sendable: false };
      const { companyId, projectId } = invitation;
      await this.transactions.enter(em, { companyId });
      const company = await em.findOneOrFail(Company, { id: companyId });
      const project = projectId === null ? null : await em.findOne(ProjectCopy, { projectId });
      return {
        sendable: true,
        to: invitation.email,
        acceptUrl,
        companyId,
        companyName: company.name,
        contact: company.contact,
        projectName: project?.name ?? null,
        projectId,
        name: invitation.name,
        role: invitation.role,
        message: invitation.message,
        locale: company.locale,
        timeZone: company.timeZone,
        expiresAt: invitation.expiresAt.toISOString(),
      };
    });
  }
}
