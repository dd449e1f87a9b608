import type { ChangeTask } from '@porchlight/contracts';
import { problems } from '@porchlight/platform';
import { requireSensibleDate } from '../business-days/dates';
import type { WorkingCalendar } from '../business-days/working-calendar';
import { centsOrNullIn } from '../money/money';
import type { ProjectChange } from '../project/project-access';
import { moveWork } from './task-status';
import type { Task } from './task.entity';

const derivedOnParents = [
  'start',
  'durationDays',
  'status',
  'progress',
  'estimatedCost',
  'committedCost',
  'actualCost',
] as const satisfies readonly (keyof ChangeTask)[];

/** What a parent shows comes from its children and cannot be written (409). */
export const refuseDerived = (task: Task, input: ChangeTask): void => {
  const derived = derivedOnParents.find((field) => input[field] !== undefined);
  if (!task.isParent || derived === undefined) return;
  throw problems.conflict('parent_is_derived', `The ${derived} of a task with children comes from them.`);
};

const openToSubcontractors: ReadonlySet<string> = new Set(['status', 'progress'] satisfies (keyof ChangeTask)[]);

export const refuseBuildersFields = (input: ChangeTask): void => {
  if (Object.keys(input).some((field) => !openToSubcontractors.has(field))) {
    throw problems.forbidden('You may change the status and progress of your tasks.');
  }
};

/** Writes the fields that were given into a task; its place in the tree is not among them. */
export const applyToTask = (task: Task, input: ChangeTask, change: Pick<ProjectChange, 'company' | 'role'>): void => {
  requireSensibleDate('start', input.start);
  applyPlain(task, input);
  applyCosts(task, input, change.company.currency);
  applyAssignee(task, input);
  task.work = moveWork(task.work, input, {
    needsReview: change.role === 'subcontractor' && task.requiresAcknowledgement,
    reviewable: task.requiresAcknowledgement,
  });
  applySchedule(task, input, change.company.calendar);
};

const applyPlain = (task: Task, input: ChangeTask): void => {
  if (input.name !== undefined) task.name = input.name;
  if (input.section !== undefined) task.section = input.section;
  if (input.order !== undefined) task.order = input.order;
  if (input.notes !== undefined) task.notes = input.notes;
  if (input.requiresAcknowledgement !== undefined) task.requiresAcknowledgement = input.requiresAcknowledgement;
};

/** Only what asks for it moves a task: its schedule, or its work, which may begin or be taken up again. */
const applySchedule = (task: Task, input: ChangeTask, calendar: WorkingCalendar): void => {
  if (input.start !== undefined) task.startOn(input.start, calendar);
  if (input.durationDays !== undefined) task.durationDays = input.durationDays;
  const scheduled = input.start !== undefined || input.durationDays !== undefined;
  const worked = input.status !== undefined || input.progress !== undefined;
  // What was completed stays where it was done, whatever the calendar says now.
  if (scheduled || (worked && task.status !== 'complete')) task.layOut(calendar);
};

const applyCosts = (task: Task, input: ChangeTask, currency: string): void => {
  const cents = (field: 'estimatedCost' | 'committedCost' | 'actualCost') => {
    const money = input[field];
    return money === undefined ? task[field] : centsOrNullIn(currency, field, money);
  };
  task.estimatedCost = cents('estimatedCost');
  task.committedCost = cents('committedCost');
  task.actualCost = cents('actualCost');
};

const applyAssignee = (task: Task, { assignee }: ChangeTask): void => {
  if (assignee === undefined) return;
  task.assigneePersonId = assignee?.kind === 'member' ? assignee.personId : null;
  task.assigneeInvitationId = assignee?.kind === 'invited' ? assignee.invitationId : null;
  task.assigneeName = assignee?.kind === 'name' ? assignee.name : null;
};
