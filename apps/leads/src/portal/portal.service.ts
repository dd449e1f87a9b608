import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type PortalSettings, portalRenamedV1, projectChangedV1 } from '@porchlight/contracts';
import { CopyBehind, Outbox, type Place, Staff } from '@porchlight/messaging';
import { type Caller, fieldChanges, Hints, problems } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { CompanyCopy } from '../company/company.copy';
import { Portal, type Wording } from './portal.entity';
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
    private readonly outbox: Outbox,
    private readonly trail: Trail,
    private readonly hints: Hints,
  ) {}

  settings(caller: Caller, projectId: string): Promise<PortalSettings> {
    const find = (em: EntityManager, { companyId }: Place) => em.findOne(Portal, seen(projectId, companyId));
    return this.staff.whereFound(caller, 'welcome.read', { ...of(projectId), find }, async (_em, portal) =>
      settingsReply(portal),
    );
  }

  change(caller: Caller, projectId: string, version: number, changes: Wording): Promise<PortalSettings> {
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
        const before = settingsReply(portal);
        if (!portal.reword(changes)) return before;
        await this.shells.refresh(em, portal, company);
        await this.tell(em, portal, before, await this.trail.actor(em, caller));
        return settingsReply(portal);
      },
    );
  }

  /** A new name is the project's: projects is told of it. What concerns a lead stands in its trail. */
  private async tell(em: EntityManager, portal: Portal, before: PortalSettings, actor: string): Promise<void> {
    const { projectId, companyId, leadId, name, version: aggregateVersion } = portal;
    if (name !== before.name) {
      const data = { projectId, companyId, name, actor };
      await this.outbox.add(em, portalRenamedV1, { companyId, aggregateId: projectId, aggregateVersion, data });
    }
    if (leadId === null) return;
    const changes = fieldChanges(before, settingsReply(portal), ['name', 'welcomeMessage']);
    await this.trail.note(em, { id: leadId, companyId }, actor, 'changed', { subject: name, changes });
    await this.hints.tell(em, companyId, { type: 'lead', id: leadId });
  }
}
