import { Injectable } from '@nestjs/common';
import { sections, type ChangeTask, type CreateTask, type Task as TaskReply } from '@porchlight/contracts';
import { type Caller, fieldChanges, problems } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { Sums } from '../portal-view/sums';
import { ProjectAccess, type ProjectChange } from '../project/project-access';
import { Assignees } from './assignees';
import { Lineage } from './lineage';
import { applyToTask, refuseBuildersFields, refuseDerived } from './task-fields';
import { TaskReplies } from './task-replies';
import { approveWork, freshWork, rejectWork, type Work } from './task-status';
import { TaskTree } from './task-tree';
import { Task } from './task.entity';

const trailFields = [
  'name',
  'section',
  'parentId',
  'start',
  'durationDays',
  'status',
  'progress',
  'assignee',
  'estimatedCost',
  'committedCost',
  'actualCost',
  'notes',
  'requiresAcknowledgement',
  'order',
] as const satisfies readonly (keyof TaskReply)[];

/** A task found under the project's lock, with the tree that keeps the sums. */
interface Found {
  readonly task: Task;
  readonly tree: TaskTree;
  readonly loaded: ReadonlyMap<string, Task>;
}

@Injectable()
export class TaskService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly lineage: Lineage,
    private readonly assignees: Assignees,
    private readonly replies: TaskReplies,
    private readonly trail: Trail,
  ) {}

  list(caller: Caller, projectId: string, page: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'task.read', (visit) => this.replies.page(visit, page));
  }

  /** Creates a task under `id`; asked again with the same id, gives the task as it is. */
  create(caller: Caller, projectId: string, id: string, input: CreateTask): Promise<TaskReply> {
    return this.access.write(caller, projectId, 'task.create', async (change) => {
      const loaded = await this.lineage.load(change, input.parentId ? [id, input.parentId] : [id]);
      const made = loaded.get(id);
      if (made) return this.replies.of(change, made);
      const parent = parentAmong(loaded, input.parentId);
      const assignee = await this.assignees.fit(change, input.assignee);
      const task = newTask(change, id, await this.orderAtEnd(change, input));
      applyToTask(task, { ...input, assignee }, change);
      task.parentId = parent?.id ?? null;
      const tree = new TaskTree(change.portal, loaded.values());
      tree.add(task);
      change.em.persist(task);
      await this.lineage.takeOverDates(change, tree.above(task));
      await this.trail.ofPart(change, { ...named(task), version: task.version, action: 'created' });
      return this.replies.of(change, task);
    });
  }

  change(caller: Caller, projectId: string, taskId: string, version: number, input: ChangeTask): Promise<TaskReply> {
    return this.access.write(caller, projectId, 'task.change', async (change) => {
      const found = await this.find(change, taskId, version, input.parentId);
      if (change.role === 'subcontractor') refuseBuildersFields(input);
      refuseDerived(found.task, input);
      const assignee = await this.assignees.fit(change, input.assignee);
      return this.alter(change, found, () => this.applyChange(change, found, { ...input, assignee }));
    });
  }

  approve(caller: Caller, projectId: string, taskId: string, version: number): Promise<TaskReply> {
    return this.decide(caller, projectId, taskId, version, approveWork, { action: 'approved' });
  }

  reject(caller: Caller, projectId: string, taskId: string, version: number, reason: string): Promise<TaskReply> {
    return this.decide(caller, projectId, taskId, version, rejectWork, { action: 'rejected', reason });
  }

  remove(caller: Caller, projectId: string, taskId: string, version: number): Promise<void> {
    return this.access.write(caller, projectId, 'task.delete', async (change) => {
      await this.removeFound(change, await this.find(change, taskId, version));
    });
  }

  /** Takes a task out of a project within a running change, e.g. when an item takes its place. 404, or 409 with children. */
  async removeWithin(change: ProjectChange, taskId: string): Promise<Task> {
    const found = await this.findAnyVersion(change, taskId);
    await this.removeFound(change, found);
    return found.task;
  }

  private decide(
    caller: Caller,
    projectId: string,
    taskId: string,
    version: number,
    move: (work: Work) => Work,
    decision: { action: 'approved' | 'rejected'; reason?: string },
  ): Promise<TaskReply> {
    return this.access.write(caller, projectId, 'task.review', async (change) => {
      const found = await this.find(change, taskId, version);
      const { task, tree } = found;
      if (task.isParent) refuseDerived(task, { status: 'complete' });
      return this.alter(change, found, () => tree.edit(task, () => (task.work = move(task.work))), decision);
    });
  }

  /** Runs an alteration; where it made a difference, the version rises, parents follow, and it is told of. */
  private async alter(
    change: ProjectChange,
    { task, tree }: Found,
    alteration: () => void,
    decision?: { action: 'approved' | 'rejected'; reason?: string },
  ): Promise<TaskReply> {
    const before = await this.replies.of(change, task);
    const parentsBefore = tree.above(task);
    alteration();
    const after = await this.replies.of(change, task);
    const changes = fieldChanges(before, after, trailFields);
    if (changes.length === 0) return before;
    task.version += 1;
    if (fieldChanges(before, after, ['parentId', 'start', 'end']).length > 0) {
      await this.lineage.takeOverDates(change, parentsBefore);
      await this.lineage.takeOverDates(change, tree.above(task));
    }
    const submitted = task.status === 'pending_review' && before.status !== 'pending_review';
    const reason = decision?.reason === undefined ? [] : [{ field: 'reason', from: null, to: decision.reason }];
    await this.trail.ofPart(change, {
      ...named(task),
      version: task.version,
      action: decision?.action ?? (submitted ? 'submitted' : 'changed'),
      changes: [...changes, ...reason],
    });
    return this.replies.of(change, task);
  }

  private applyChange(change: ProjectChange, { task, tree, loaded }: Found, input: ChangeTask): void {
    tree.edit(task, () => applyToTask(task, input, change));
    if (input.parentId === undefined || input.parentId === task.parentId) return;
    const parent = parentAmong(loaded, input.parentId);
    if (parent && (parent === task || tree.above(parent).includes(task))) {
      throw problems.conflict('parent_not_allowed', 'A task cannot be under itself.');
    }
    tree.move(task, parent?.id ?? null);
  }

  private async removeFound(change: ProjectChange, { task, tree }: Found): Promise<void> {
    if (task.isParent) throw problems.conflict('task_has_children', 'Remove or move the tasks under it first.');
    const parents = tree.above(task);
    tree.remove(task);
    change.em.remove(task);
    await this.lineage.takeOverDates(change, parents);
    await this.trail.ofPart(change, { ...named(task), version: task.version + 1, action: 'deleted' });
  }

  private async find(
    change: ProjectChange,
    taskId: string,
    version: number,
    newParentId?: string | null,
  ): Promise<Found> {
    const found = await this.findAnyVersion(change, taskId, newParentId);
    if (found.task.version !== version) throw problems.stale(await this.replies.of(change, found.task));
    return found;
  }

  private async findAnyVersion(change: ProjectChange, taskId: string, newParentId?: string | null): Promise<Found> {
    const loaded = await this.lineage.load(change, newParentId ? [taskId, newParentId] : [taskId]);
    const task = loaded.get(taskId);
    const hidden = change.role === 'subcontractor' && task?.assigneePersonId !== change.person.personId;
    if (!task || hidden) throw problems.notFound('task');
    return { task, tree: new TaskTree(change.portal, loaded.values()), loaded };
  }

  private async orderAtEnd({ em, projectId }: ProjectChange, { section }: CreateTask): Promise<number> {
    const inSection = { projectId, sectionRank: sections.indexOf(section) };
    const [last] = await em.find(Task, inSection, { orderBy: { order: 'desc' }, limit: 1 });
    return last ? Math.floor(last.order) + 1 : 1;
  }
}

const named = (task: Task) => ({ subject: 'task' as const, id: task.id, name: task.name });

const parentAmong = (loaded: ReadonlyMap<string, Task>, parentId: string | null | undefined): Task | null => {
  if (!parentId) return null;
  const parent = loaded.get(parentId);
  if (!parent) throw problems.notFound('parent task');
  return parent;
};

const newTask = ({ companyId, projectId }: ProjectChange, id: string, order: number): Task => {
  const task = new Task();
  task.id = id;
  task.companyId = companyId;
  task.projectId = projectId;
  task.version = 1;
  task.order = order;
  task.childCount = 0;
  task.familyStart = null;
  task.familyEnd = null;
  task.familyDays = null;
  task.work = freshWork;
  task.requiresAcknowledgement = false;
  task.assigneePersonId = null;
  task.assigneeInvitationId = null;
  task.assigneeName = null;
  task.estimatedCost = null;
  task.committedCost = null;
  task.actualCost = null;
  task.notes = null;
  task.below = Sums.none();
  return task;
};
