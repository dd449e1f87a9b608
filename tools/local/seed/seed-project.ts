import {
  projectSchema,
  type ChangeProject,
  type CreateItem,
  type CreateMilestone,
  type CreateTask,
} from '@porchlight/contracts';
import type { SeedApi } from './api';
import {
  budget,
  durationDays,
  items,
  milestones,
  notes,
  siteAddress,
  tasks,
  today,
  updates,
  type TaskData,
} from './project-data';

const currency = 'USD';
type DateOf = (day: number) => string;

interface Job {
  readonly projectId: string;
  /** Ids by name, for tasks that are theirs. */
  readonly members: ReadonlyMap<string, string>;
  readonly dateOf: DateOf;
}

/** Fills the published project with a job at its half. */
export const seedProject = async (api: SeedApi, job: Job): Promise<void> => {
  const { projectId, dateOf } = job;
  const path = `/api/projects/${projectId}`;
  const project = projectSchema.parse(await api.get(path));
  const head: ChangeProject = {
    status: 'active',
    address: siteAddress,
    start: dateOf(0),
    deadline: dateOf(durationDays),
    budget: { amount: budget, currency },
  };
  if (project.status !== 'active') await api.change(path, project.version, head);
  await inTurn(tasks, (task, index) => api.create(`task-${index}`, `${path}/tasks`, taskBody(task, index, job)));
  await inTurn(milestones, ({ name, section, on, reached }, index) => {
    const body: CreateMilestone = {
      name,
      section,
      targetDate: dateOf(on),
      ...(reached && { reachedOn: dateOf(reached) }),
    };
    return api.create(`milestone-${index}`, `${path}/milestones`, body);
  });
  await inTurn(items, ({ due, ...rest }, index) => {
    const body: CreateItem = { ...rest, dueDate: dateOf(due) };
    return api.create(`item-${index}`, `${path}/items`, body);
  });
  await inTurn(notes, (text, index) => api.create(`note-${index}`, `${path}/notes`, { text }));
  await inTurn(updates, (text, index) => api.create(`update-${index}`, `${path}/updates`, { text }));
};

const inTurn = async <T>(all: readonly T[], create: (one: T, index: number) => Promise<unknown>): Promise<void> => {
  for (const [index, one] of all.entries()) await create(one, index);
};

const taskBody = (task: TaskData, index: number, { dateOf, members }: Job): CreateTask => {
  const progress = progressOf(task);
  const personId = members.get(task.who);
  const money = (amount: number) => ({ amount: amount.toFixed(2), currency });
  return {
    name: task.name,
    section: task.section,
    start: dateOf(task.from),
    durationDays: task.days,
    order: index + 1,
    assignee: personId ? { kind: 'member', personId } : { kind: 'name', name: task.who },
    estimatedCost: money(task.cost),
    ...(progress > 0 && { committedCost: money(task.cost + (task.over ?? 0)) }),
    ...(progress === 100 && { actualCost: money(task.cost + (task.over ?? 0)) }),
    ...(task.note && { notes: task.note }),
    status: progress === 100 ? 'complete' : progress > 0 ? 'in_progress' : 'not_started',
    progress,
  };
};

/** How far a task should be on the present day, in steps of five. */
const progressOf = ({ from, days }: TaskData): number => {
  const share = (today - from + 0.5) / days;
  return Math.min(100, Math.max(0, Math.floor(share * 20) * 5));
};
