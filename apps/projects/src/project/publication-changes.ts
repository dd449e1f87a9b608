import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, leadConvertedV1, portalRenamedV1 } from '@porchlight/contracts';
import { fieldChanges } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { PortalViews } from '../portal-view/portal-views';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import { Project } from './project.entity';
import { PublishedProjects } from './published-projects';

interface Said {
  readonly projectId: string;
  readonly companyId: string;
  readonly actor: string;
}

/** What leads says of a project after it was published. */
@Injectable()
export class PublicationChanges {
  constructor(
    private readonly published: PublishedProjects,
    private readonly portalViews: PortalViews,
    private readonly trail: Trail,
  ) {}

  /** Of two renames the later stays, whichever comes first; `naming` is the version of the portal's settings. */
  async rename(em: EntityManager, said: DataOf<typeof portalRenamedV1>, naming: number): Promise<void> {
    await this.change(em, said, (project, portal) => {
      if (naming <= portal.naming) return;
      portal.naming = naming;
      project.name = said.name;
    });
  }

  /** A project that is planned begins; any other status was somebody's decision. */
  async begin(em: EntityManager, said: DataOf<typeof leadConvertedV1>): Promise<void> {
    await this.change(em, said, (project) => {
      if (project.status === 'planning') project.status = 'active';
    });
  }

  private async change(
    em: EntityManager,
    said: Said,
    apply: (project: Project, portal: ProjectPortal) => void,
  ): Promise<void> {
    const { projectId, companyId, actor } = said;
    const portal = await this.lock(em, projectId);
    const project = await em.findOneOrFail(Project, projectId);
    await this.portalViews.reshape(em, project, portal);
    const before = { name: project.name, status: project.status };
    apply(project, portal);
    const changes = fieldChanges(before, { name: project.name, status: project.status }, ['name', 'status']);
    if (changes.length === 0) return;
    project.version += 1;
    await this.trail.ofProject({ em, companyId, projectId, person: { name: actor } }, project, {
      action: 'changed',
      changes,
    });
    await this.portalViews.publish(em, project, portal);
  }

  /** The project's lock. Where its publication has not come yet it is asked for; without an answer this comes back later. */
  private async lock(em: EntityManager, projectId: string): Promise<ProjectPortal> {
    const find = () => em.findOne(ProjectPortal, projectId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const known = await find();
    if (known) return known;
    await this.published.fetch(projectId);
    const fetched = await find();
    if (!fetched) throw new Error('a project was changed by its lead before its publication arrived');
    return fetched;
  }
}
