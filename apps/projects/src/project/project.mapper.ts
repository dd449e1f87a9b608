import type { Project as ProjectReply } from '@porchlight/contracts';
import { moneyOrNull } from '../money/money';
import type { ProjectPortal } from '../portal-view/project-portal.entity';
import type { ProjectRole } from './project-access';
import type { Project } from './project.entity';

export interface TaskCounts {
  readonly taskCount: number;
  readonly openTaskCount: number;
}

/** The project as builders see it. Tasks are counted by leaves. */
export const projectForBuilder = (
  project: Project,
  portal: ProjectPortal,
  currency: string,
  role: ProjectRole,
): ProjectReply => ({
  ...common(project, portal),
  clientName: project.clientName,
  budget: moneyOrNull(project.budget, currency),
  taskCount: portal.leafCount,
  openTaskCount: portal.openCount,
  role,
});

/** The same for a subcontractor: no money, no customer, and only their own tasks are counted. */
export const projectForSubcontractor = (project: Project, portal: ProjectPortal, own: TaskCounts): ProjectReply => ({
  ...common(project, portal),
  clientName: null,
  budget: null,
  taskCount: own.taskCount,
  openTaskCount: own.openTaskCount,
  role: 'subcontractor',
});

const common = (project: Project, portal: ProjectPortal) => ({
  id: project.id,
  companyId: project.companyId,
  version: project.version,
  name: project.name,
  address: project.address,
  timeZone: project.timeZone,
  start: project.start,
  deadline: project.deadline,
  status: project.status,
  progress: portal.progress,
  createdAt: project.createdAt.toISOString(),
});
