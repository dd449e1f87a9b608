import type { ProjectPortal } from '../portal-view/project-portal.entity';
import type { Figures } from '../portal-view/sums';
import type { Task } from './task.entity';

/**
 * Keeps a project's sums, and those of every parent, in step with its tasks. Works on the tasks a change touches and
 * those above them: nothing here looks at any other task, so an edit costs the same in a project of ten as of ten thousand.
 */
export class TaskTree {
  private readonly tasks = new Map<string, Task>();

  /** `tasks` holds at least those that will change and all above them, before and after. */
  constructor(
    private readonly portal: ProjectPortal,
    tasks: Iterable<Task>,
  ) {
    for (const task of tasks) this.tasks.set(task.id, task);
  }

  /** A new task takes its place, counting as a leaf. */
  add(task: Task): void {
    this.tasks.set(task.id, task);
    this.portal.enter(task.section, task.asLeaf);
    this.join(task);
  }

  /** A leaf goes. */
  remove(task: Task): void {
    this.portal.leave(task.section, task.asLeaf);
    this.part(task);
    this.tasks.delete(task.id);
  }

  /** Changes a task's own fields, the section included but not its parent. */
  edit(task: Task, change: () => void): void {
    if (task.isParent) return change();
    const [section, before] = [task.section, task.asLeaf];
    change();
    this.portal.leave(section, before);
    this.portal.enter(task.section, task.asLeaf);
    for (const parent of this.above(task)) parent.below = parent.below.minus(before).plus(task.asLeaf);
  }

  /** Moves a task with all below it under another parent, or to the top with null. */
  move(task: Task, parentId: string | null): void {
    this.part(task);
    task.parentId = parentId;
    this.join(task);
  }

  /** The tasks above, nearest first. */
  above(task: Task): Task[] {
    const found: Task[] = [];
    for (let next = this.parentOf(task); next; next = this.parentOf(next)) found.push(next);
    return found;
  }

  private join(task: Task): void {
    const parent = this.parentOf(task);
    if (parent && !parent.isParent) this.stopCounting(parent);
    if (parent) parent.childCount += 1;
    this.addAbove(task, task.contribution);
  }

  private part(task: Task): void {
    for (const each of this.above(task)) each.below = each.below.minus(task.contribution);
    const parent = this.parentOf(task);
    if (!parent) return;
    parent.childCount -= 1;
    if (!parent.isParent) this.countAgain(parent);
  }

  /** A leaf that gets its first child leaves the sums… */
  private stopCounting(leaf: Task): void {
    this.portal.leave(leaf.section, leaf.asLeaf);
    for (const each of this.above(leaf)) each.below = each.below.minus(leaf.asLeaf);
  }

  /** …and having lost its last child returns to them with its own stored progress. */
  private countAgain(leaf: Task): void {
    this.portal.enter(leaf.section, leaf.asLeaf);
    this.addAbove(leaf, leaf.asLeaf);
  }

  private addAbove(task: Task, figures: Figures): void {
    for (const each of this.above(task)) each.below = each.below.plus(figures);
  }

  private parentOf(task: Task): Task | undefined {
    if (task.parentId === null) return undefined;
    const parent = this.tasks.get(task.parentId);
    if (!parent) throw new Error(`task ${task.parentId} is above ${task.id} but was not loaded`);
    return parent;
  }
}
