import type { PortalProjectV1, Progress } from '@porchlight/contracts';
import type { ProjectFile } from '../file/project-file.entity';
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
  /** Those that are shared, and no other. */
  readonly shared: readonly ProjectFile[];
}

export type PublicView = Omit<PortalProjectV1, 'confirmedAt'>;
/** What a public view says of the parts of a project. */
export type PublicLists = Pick<PublicView, 'items' | 'milestones' | 'updates' | 'shared'>;

/**
 * Raise it whenever the same project comes out as other bytes than before: a view that left in another shape tells
 * nothing of whether anything changed since. 2: all updates, and what is shared.
 */
export const viewShape = 2;
/** How the kept bytes of a view of this shape begin. */
export const shapeMark = `{"shape":${viewShape},`;

/**
 * The public view of a project: the one place where project data becomes public. An allow-list, field by field; what is
 * not named here does not leave. Same sources, same bytes: keys and lists keep their order, empty optional keys are left out.
 */
export const publicViewOf = (
  { project, progress }: Pick<PublicSources, 'project' | 'progress'>,
  lists: PublicLists,
): PublicView => ({
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
  items: lists.items,
  milestones: lists.milestones,
  updates: lists.updates,
  shared: lists.shared,
});

/** The lists in it. */
export const publicListsOf = (sources: Omit<PublicSources, 'progress'>): PublicLists => {
  const { project, items, milestones, updates, shared } = sources;
  return {
    items: items.map(publicItem),
    milestones: milestones.map(publicMilestone),
    updates: updates.map((update) => publicUpdate(update, project.id, shared)),
    shared: shared.flatMap((file) => publicFile(file, project.id)),
  };
};

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

/** Where a project's portal has a file of the public folder, for those who may see that portal. */
const fileUrl = (projectId: string, id: string): string => `/api/portal/${projectId}/files/${id}`;

/** With its photo as long as that is shared. */
const publicUpdate = (
  update: Update,
  projectId: string,
  shared: readonly ProjectFile[],
): PublicView['updates'][number] => ({
  id: update.portalId,
  text: update.text,
  ...photoOf(
    shared.find(({ id }) => id === update.fileId),
    projectId,
  ),
  at: update.at.toISOString(),
});

const photoOf = (file: ProjectFile | undefined, projectId: string) => {
  if (!file?.publicId || !file.publicSmallId || file.width === null || file.height === null) return {};
  const { publicId, publicSmallId, width, height } = file;
  return { photoUrl: fileUrl(projectId, publicId), smallUrl: fileUrl(projectId, publicSmallId), width, height };
};

/** Its id is the one it has in the public folder, fresh with each sharing. No name, no author, none of its own ids. */
const publicFile = (file: ProjectFile, projectId: string): PublicView['shared'] => {
  const { publicId, sharedAt } = file;
  if (publicId === null || sharedAt === null) return [];
  const { smallUrl, width, height } = photoOf(file, projectId);
  return [
    {
      id: publicId,
      kind: file.kind,
      title: file.title,
      url: fileUrl(projectId, publicId),
      ...(smallUrl !== undefined && { smallUrl, width, height }),
      ...(file.kind === 'document' && { mediaType: file.mediaType }),
      sharedAt: sharedAt.toISOString(),
    },
  ];
};
