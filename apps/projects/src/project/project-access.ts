import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { may, type Action, type Role } from '@porchlight/contracts';
import { ProblemError, problems, sql, Transactions, type Caller } from '@porchlight/platform';
import { Companies } from '../company/companies';
import type { Company } from '../company/company.entity';
import { Memberships, type KnownPerson } from '../member/memberships';
import { membershipsNotKnownHere } from '../member/read-own-writes';
import { PortalViews } from '../portal-view/portal-views';
import { insistOnRoomOnPage } from '../portal-view/room-on-page';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import { Project } from './project.entity';
import { PublishedProjects } from './published-projects';

/** What a person can be in a project on this side; customers have the portal instead. */
export type ProjectRole = Exclude<Role, 'customer'>;

/** Whether the policy lets a role do something in a project. */
export const mayHere = (role: Role, action: Action): role is ProjectRole => role !== 'customer' && may(role, action);

/** A caller who is let in, and the transaction that sees their company's rows. */
export interface Visit {
  readonly em: EntityManager;
  readonly person: Pick<KnownPerson, 'personId' | 'name'>;
  readonly role: ProjectRole;
  readonly companyId: string;
  readonly projectId: string;
}

/** A visit that changes something: the project is locked, and all of this was loaded under the lock. */
export interface ProjectChange extends Visit {
  readonly project: Project;
  readonly portal: ProjectPortal;
  readonly company: Company;
}

/** The way into a project: who may, under which lock, and what the portal hears afterwards. */
@Injectable()
export class ProjectAccess {
  constructor(
    private readonly memberships: Memberships,
    private readonly transactions: Transactions,
    private readonly companies: Companies,
    private readonly portalViews: PortalViews,
    private readonly published: PublishedProjects,
  ) {}

  /** Runs `work` for a caller whom the policy lets do `action` here. 404 to strangers, 403 to other members. */
  read<T>(caller: Caller, projectId: string, action: Action, work: (visit: Visit) => Promise<T>): Promise<T> {
    return this.visit(caller, projectId, action, isHere, work);
  }

  /**
   * As `read`, with the project's portal row locked first: writes to one project wait for one another, and what they
   * load is as the last one left it. An archived project refuses (409) unless `evenArchived`.
   */
  write<T>(
    caller: Caller,
    projectId: string,
    action: Action,
    work: (change: ProjectChange) => Promise<T>,
    { evenArchived = false } = {},
  ): Promise<T> {
    return this.visit(caller, projectId, action, lockedPortal, async (visit, portal) => {
      const change = await this.begin(visit, portal);
      if (change.project.isArchived && !evenArchived) throw archived();
      const { publicBytes } = change.portal;
      const result = await work(change);
      await this.portalViews.publish(change.em, change.project, change.portal);
      insistOnRoomOnPage(change.portal.publicBytes, publicBytes);
      return result;
    });
  }

  private async visit<Found, T>(
    caller: Caller,
    projectId: string,
    action: Action,
    find: Find<Found>,
    work: (visit: Visit, found: Found) => Promise<T>,
  ): Promise<T> {
    const visit = () =>
      this.memberships.run(caller, async (em, person) => {
        const { role, companyId, found } = await this.admit(em, person, projectId, action, find);
        return work({ em, person, role, companyId, projectId }, found);
      });
    try {
      return await visit();
    } catch (error) {
      // Published a moment ago, perhaps, and not here yet.
      if (!isUnknownProject(error) || !(await this.published.fetch(projectId))) throw error;
      return visit();
    }
  }

  /** Looks for the project in each company the person has to do with, most often one, entering its scope. */
  private async admit<Found>(
    em: EntityManager,
    person: KnownPerson,
    projectId: string,
    action: Action,
    find: Find<Found>,
  ): Promise<{ companyId: string; role: ProjectRole; found: Found }> {
    const mayKnow = person.memberships.filter((member) => member.projectId === null || member.projectId === projectId);
    // Staff first: whoever is both acts as staff.
    const staffFirst = mayKnow.toSorted(
      (one, other) => Number(one.projectId !== null) - Number(other.projectId !== null),
    );
    for (const { companyId, role } of staffFirst) {
      await this.transactions.enter(em, { companyId });
      if (mayHere(role, action)) {
        const found = await find(em, projectId, companyId);
        if (found) return { companyId, role, found };
      } else if (await isHere(em, projectId, companyId)) throw problems.forbidden();
    }
    throw membershipsNotKnownHere(person.personId, new UnknownProject());
  }

  private async begin(visit: Visit, portal: ProjectPortal): Promise<ProjectChange> {
    const { em, person, role, projectId, companyId } = visit;
    const project = await em.findOneOrFail(Project, projectId);
    await this.portalViews.reshape(em, project, portal);
    const company = await this.companies.get(em, companyId);
    return { em, person, role, companyId, projectId, project, portal, company };
  }
}

/** What shows that a project is one of a company's; null where it is not. */
type Find<Found> = (em: EntityManager, projectId: string, companyId: string) => Promise<Found | null>;

const isHere: Find<true> = async (em, projectId, companyId) => {
  const rows = await sql(em, 'select 1 from project where id = ? and company_id = ?', [projectId, companyId]);
  return rows.length > 0 || null;
};

const lockedPortal: Find<ProjectPortal> = (em, projectId, companyId) =>
  em.findOne(ProjectPortal, { projectId, companyId }, { lockMode: LockMode.PESSIMISTIC_WRITE });

class UnknownProject extends ProblemError {
  constructor() {
    const { code, status, detail } = problems.notFound('project');
    super(code, status, detail);
  }
}
const isUnknownProject = (error: unknown): boolean => error instanceof UnknownProject;

export const archived = () =>
  problems.conflict('project_archived', 'The project is archived. Take it out of the archive to change it.');
