import { Injectable } from '@nestjs/common';
import type { Project as ProjectReply } from '@porchlight/contracts';
import { problems } from '@porchlight/platform';
import { Companies } from '../company/companies';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import { Task } from '../task/task.entity';
import type { Visit } from './project-access';
import { projectForBuilder, projectForSubcontractor } from './project.mapper';
import { Project } from './project.entity';

/** Reads a project the way its visitor may see it. */
@Injectable()
export class ProjectReplies {
  constructor(private readonly companies: Companies) {}

  async read(visit: Visit): Promise<ProjectReply> {
    const { em, projectId } = visit;
    const project = await em.findOne(Project, projectId);
    const portal = await em.findOne(ProjectPortal, projectId);
    if (!project || !portal) throw problems.notFound('project');
    return this.of(visit, project, portal);
  }

  async of(visit: Visit, project: Project, portal: ProjectPortal): Promise<ProjectReply> {
    const { em, person, role, companyId } = visit;
    if (role !== 'subcontractor') {
      const { currency } = await this.companies.get(em, companyId);
      return projectForBuilder(project, portal, currency, role);
    }
    const own = { projectId: project.id, assigneePersonId: person.personId, childCount: 0 };
    return projectForSubcontractor(project, portal, {
      taskCount: await em.count(Task, own),
      openTaskCount: await em.count(Task, { ...own, status: { $ne: 'complete' } }),
    });
  }
}
