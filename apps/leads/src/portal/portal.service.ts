import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type PortalSettings, projectChangedV1 } from '@porchlight/contracts';
import { CopyBehind, type Place, Staff } from '@porchlight/messaging';
import { type Caller, problems } from '@porchlight/platform';
import { CompanyCopy } from '../company/company.copy';
import { Portal } from './portal.entity';
import { Shells } from './shells';

const settingsReply = (portal: Portal): PortalSettings => ({
  projectId: portal.projectId,
  version: portal.version,
  name: portal.name,
  welcomeMessage: portal.welcomeMessage,
  leadId: portal.leadId,
});

/** A shell is no portal before it is published. */
const seen = (projectId: string, companyId: string) => ({
  projectId,
  companyId,
  $or: [{ leadId: null }, { publishedAt: { $ne: null } }],
});

/** A project that was made a moment ago may be unheard of here: projects is asked before the answer is 404. */
const of = (projectId: string) => ({
  projectId,
  missing: new CopyBehind(projectChangedV1, projectId, problems.notFound('portal')),
});

@Injectable()
export class PortalService {
  constructor(
    private readonly staff: Staff,
    private readonly companies: CompanyCopy,
    private readonly shells: Shells,
  ) {}

  settings(caller: Caller, projectId: string): Promise<PortalSettings> {
    const find = (em: EntityManager, { companyId }: Place) => em.findOne(Portal, seen(projectId, companyId));
    return this.staff.whereFound(caller, 'welcome.read', { ...of(projectId), find }, async (_em, portal) =>
      settingsReply(portal),
    );
  }

  change(
    caller: Caller,
    projectId: string,
    version: number,
    changes: { welcomeMessage?: string | undefined },
  ): Promise<PortalSettings> {
    const find = async (em: EntityManager, { companyId }: Place) => {
      // The company before the portal, as everywhere: two writers then never wait for each other.
      const company = await this.companies.holdForShells(em, companyId);
      const portal = await em.findOne(Portal, seen(projectId, companyId), { lockMode: LockMode.PESSIMISTIC_WRITE });
      return portal && { company, portal };
    };
    return this.staff.whereFound(
      caller,
      'welcome.change',
      { ...of(projectId), find },
      async (em, { company, portal }) => {
        if (portal.version !== version) throw problems.stale(settingsReply(portal));
        if (changes.welcomeMessage !== undefined && portal.welcome(changes.welcomeMessage))
          await this.shells.refresh(em, portal, company);
        return settingsReply(portal);
      },
    );
  }
}
