import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Lead } from '../lead/lead.entity';
import { defaultProjectName, defaultWelcomeMessage } from './portal.defaults';
import { Portal } from './portal.entity';

/** The portals of captured leads before anybody published them: nothing outside of leads knows of them. */
@Injectable()
export class LeadShells {
  /** Gives a captured lead its shell, named for the moment: publishing takes the defaults of its own time. Needs the client. */
  open(em: EntityManager, lead: Lead): void {
    const name = defaultProjectName(lead.client.name, lead.projectType);
    em.persist(Portal.shell(lead.reservedProjectId, lead.companyId, lead.id, name, defaultWelcomeMessage));
  }

  /** Takes it away with its lead, in a transaction that holds the lead. What is published is never touched. */
  async discard(em: EntityManager, lead: Lead): Promise<void> {
    await em.nativeDelete(Portal, { projectId: lead.reservedProjectId, leadId: lead.id, publishedAt: null });
  }
}
