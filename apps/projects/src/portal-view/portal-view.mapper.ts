import type { PortalProjectV1, Progress } from '@porchlight/contracts';
import type { Item } from '../item/item.entity';
import type { Milestone } from '../milestone/milestone.entity';
import type { Project } from '../project/project.entity';
import type { Update } from '../update/update.entity';

/** All that a public view is made from. No task is among it: of tasks the portal gets percentages, and nothing else. */
export interface PublicSources {
  readonly project: Project;
  readonly progress: Progress;
  /** Each list in the order it is shown. */
  readonly items: readonly Item[];
  readonly milestones: readonly Milestone[];
  readonly updates: readonly Update[];
}

export type PublicView = Omit<PortalProjectV1, 'confirmedAt'>;

/**
 * The public view of a project: the one place where project data becomes public. An allow-list, field by field; what is
 * not named here does not leave. Same sources, same bytes: keys and lists keep their order, empty optional keys are left out.
 */
export const publicViewOf = ({ project, progress, items, milestones, updates }: PublicSources): PublicView => ({
  projectId: project.id,
  name: project.name,
  ...(project.address !== null && { address: project.address }),
  status: project.status,
  timeZone: project.timeZone,
  ...(project.deadline !== null && { deadline: project.deadline }),
  progress: {
    overall: progress.overall,
    planning: progress.planning,
    execution: progress.execution,
    closeout: progress.closeout,
  },
  items: items.map(publicItem),
  milestones: milestones.map(publicMilestone),
  updates: updates.map(publicUpdate),
  shared: [],
});

const publicItem = (item: Item): PublicView['items'][number] => ({
  id: item.portalId,
  title: item.title,
  ...(item.detail !== null && { detail: item.detail }),
  kind: item.kind,
  ...(item.dueDate !== null && { dueDate: item.dueDate }),
  status: item.status,
});

const publicMilestone = (milestone: Milestone): PublicView['milestones'][number] => ({
  id: milestone.portalId,
  name: milestone.name,
  section: milestone.section,
  targetDate: milestone.targetDate,
  ...(milestone.reachedOn !== null && { reachedOn: milestone.reachedOn }),
});

const publicUpdate = (update: Update): PublicView['updates'][number] => ({
  id: update.portalId,
  text: update.text,
  at: update.at.toISOString(),
});
