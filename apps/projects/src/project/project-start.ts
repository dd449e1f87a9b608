import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql, todayIn } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import type { Cents } from '../money/money';
import { PortalViews } from '../portal-view/portal-views';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import { Project } from './project.entity';

export interface ProjectHead {
  readonly name: string;
  readonly address: string | null;
  readonly clientName: string | null;
  readonly timeZone: string;
  /** Today in the time zone where null. */
  readonly start: string | null;
  readonly deadline: string | null;
  readonly budget: Cents | null;
}

/** Creates projects, each once: by a builder in the dashboard, or under an id reserved by a lead. */
@Injectable()
export class ProjectStart {
  constructor(
    private readonly trail: Trail,
    private readonly portalViews: PortalViews,
  ) {}

  /** Creates the project, or gives null when there is one under this id already. */
  async once(
    em: EntityManager,
    place: { id: string; companyId: string; actor: string },
    head: ProjectHead,
  ): Promise<{ project: Project; portal: ProjectPortal } | null> {
    const { id, companyId, actor } = place;
    // Whoever comes second waits here for the first to commit, then finds the row taken.
    const made = await sql(
      em,
      'insert into project_portal (project_id, company_id) values (?, ?) on conflict do nothing returning project_id',
      [id, companyId],
    );
    if (made.length === 0) return null;
    const portal = await em.findOneOrFail(ProjectPortal, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const project = newProject(id, companyId, head);
    em.persist(project);
    // Parts refer to the project by a foreign key, and the trail writes at once.
    await em.flush();
    await this.trail.ofProject({ em, companyId, projectId: id, person: { name: actor } }, project, {
      action: 'created',
    });
    await this.portalViews.publish(em, project, portal);
    return { project, portal };
  }
}

const newProject = (id: string, companyId: string, head: ProjectHead): Project => {
  const project = new Project();
  project.id = id;
  project.companyId = companyId;
  project.version = 1;
  project.name = head.name;
  project.address = head.address;
  project.clientName = head.clientName;
  project.timeZone = head.timeZone;
  project.start = head.start ?? todayIn(head.timeZone);
  project.deadline = head.deadline;
  project.status = 'planning';
  project.budget = head.budget;
  project.createdAt = new Date();
  return project;
};
