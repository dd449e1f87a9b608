import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { AnswerOf, askCapturedLead } from '@porchlight/contracts';
import { CONFIG, Transactions } from '@porchlight/platform';
import { Company } from '../../company/company.entity';
import type { Config } from '../../config';
import { Lead } from '../../lead/lead.entity';

type CapturedLead = AnswerOf<typeof askCapturedLead>;

/** What the mail about a captured lead says, asked for when it is sent; nothing once the lead is gone. */
@Injectable()
export class CapturedMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
  ) {}

  about(leadId: string): Promise<CapturedLead> {
    return this.transactions.run({ system: true }, async (em) => {
      const lead = await em.findOne(Lead, { id: leadId, origin: 'captured' }, { populate: ['client.contacts'] });
      return lead ? this.words(em, lead) : { sendable: false };
    });
  }

  private async words(em: EntityManager, lead: Lead): Promise<CapturedLead> {
    const company = await em.findOneOrFail(Company, { companyId: lead.companyId });
    const contact = lead.client.contacts.getItems().find(({ isPrimary }) => isPrimary);
    return {
      sendable: true,
      companyId: lead.companyId,
      companyName: company.name,
      clientName: lead.client.name,
      email: contact?.email ?? null,
      phone: contact?.phone ?? null,
      siteAddress: lead.siteAddress,
      projectType: lead.projectType,
      notes: lead.notes,
      url: `${this.config.PUBLIC_ORIGINS[0]}/leads/${lead.id}`,
    };
  }
}
