import type { Section, Task } from '@porchlight/contracts';
import { sections } from '../../words/words';

export interface PlanRow {
  readonly task: Task;
  /** 0 for a task of its own, 1 for a part of another. */
  readonly depth: number;
}

export interface PlanSection {
  readonly section: Section;
  readonly rows: readonly PlanRow[];
  /** Leaf tasks: those that are worked on themselves. */
  readonly leaves: number;
  readonly complete: number;
}

const byOrder = (a: Task, b: Task): number =>
  a.order - b.order || a.start.localeCompare(b.start) || a.id.localeCompare(b.id);

/** The tasks as the plan shows them: three sections always, parts under the task they belong to. */
export const planSections = (tasks: readonly Task[]): PlanSection[] =>
  sections.map((section) => {
    const own = tasks.filter((task) => task.section === section).sort(byOrder);
    const leaves = own.filter((task) => !task.hasChildren);
    return {
      section,
      rows: indented(own),
      leaves: leaves.length,
      complete: leaves.filter((task) => task.status === 'complete').length,
    };
  });

function indented(tasks: readonly Task[]): PlanRow[] {
  const here = new Set(tasks.map(({ id }) => id));
  const under = (parentId: string | null, depth: number): PlanRow[] =>
    tasks
      // a part whose parent is out of sight (a subcontractor's view) stands by itself
      .filter((task) => (task.parentId && here.has(task.parentId) ? task.parentId : null) === parentId)
      .flatMap((task) => [{ task, depth }, ...under(task.id, depth + 1)]);
  return under(null, 0);
}
