import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DataOf, projectChangedV1, shellFactV1 } from '@porchlight/contracts';
import { States, StateSources } from '@porchlight/messaging';
import { Hints } from '@porchlight/platform';
import { CompanyCopy } from '../company/company.copy';
import { Portal } from './portal.entity';
import { Shells } from './shells';

/** Gives every project its portal, also those made in the dashboard. */
@Injectable()
export class ProjectPortals implements OnModuleInit {
  constructor(
    private readonly companies: CompanyCopy,
    private readonly shells: Shells,
    private readonly states: States,
    private readonly sources: StateSources,
    private readonly hints: Hints,
  ) {}

  onModuleInit(): void {
    // Asked for the shell of a project unheard of, we hear of it first: applying its state makes portal and shell.
    this.sources.onMissing(shellFactV1, (projectId) => this.states.fetch(projectChangedV1, projectId));
  }

  async follow(em: EntityManager, project: DataOf<typeof projectChangedV1>): Promise<void> {
    const known = await em.findOne(Portal, project.projectId);
    if (known) {
      if (known.name === project.name) return;
      known.name = project.name;
      const { companyId, leadId } = known;
      if (leadId !== null) await this.hints.tell(em, companyId, { type: 'lead', id: leadId });
      return;
    }
    const company = await this.companies.holdForShells(em, project.companyId);
    const portal = Portal.of(project.projectId, project.companyId, project.name);
    em.persist(portal);
    await this.shells.refresh(em, portal, company);
  }
}
