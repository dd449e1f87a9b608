import { required, schema, type SchemaPath, validate } from '@angular/forms/signals';
import type { ChangeTask, Section, Task, TaskStatus } from '@porchlight/contracts';
import { moneyText, readMoney } from '../../words/money';
import { assigneeOf, choiceOf, isCustomerChoice, plainName } from './assignee-choice';

/** A task as the sheet holds it: all text, nothing missing. */
export interface TaskDraft {
  name: string;
  section: Section;
  parentId: string;
  start: string;
  durationDays: number | null;
  status: TaskStatus;
  progress: number | null;
  /** A choice of `assignee-choice.ts`. */
  assignedTo: string;
  assigneeName: string;
  requiresAcknowledgement: boolean;
  estimatedCost: string;
  committedCost: string;
  actualCost: string;
  notes: string;
}

export const draftOf = (task: Task): TaskDraft => ({
  name: task.name,
  section: task.section,
  parentId: task.parentId ?? '',
  start: task.start,
  durationDays: task.durationDays,
  status: task.status,
  progress: task.progress,
  assignedTo: choiceOf(task.assignee),
  assigneeName: task.assignee?.kind === 'name' ? task.assignee.name : '',
  requiresAcknowledgement: task.requiresAcknowledgement,
  estimatedCost: moneyText(task.estimatedCost),
  committedCost: moneyText(task.committedCost),
  actualCost: moneyText(task.actualCost),
  notes: task.notes ?? '',
});

export const freshDraft = (section: Section, start: string, parent: Task | null): TaskDraft => ({
  name: '',
  section: parent?.section ?? section,
  parentId: parent?.id ?? '',
  start: parent?.start ?? start,
  durationDays: 1,
  status: 'not_started',
  progress: 0,
  assignedTo: '',
  assigneeName: '',
  requiresAcknowledgement: false,
  estimatedCost: '',
  committedCost: '',
  actualCost: '',
  notes: '',
});

/** What the draft says about the task, whole; `before` is the task it began with. What comes from its parts is left out. */
export function wantedBy(draft: TaskDraft, currency: string, before: Task | null): ChangeTask {
  const wanted: ChangeTask = {
    name: draft.name.trim(),
    section: draft.section,
    parentId: draft.parentId || null,
    assignee: assigneeOf(draft.assignedTo, draft.assigneeName, before?.assignee ?? null),
    requiresAcknowledgement: draft.requiresAcknowledgement,
    notes: draft.notes.trim() || null,
  };
  if (before?.hasChildren) return wanted;
  return {
    ...wanted,
    start: draft.start,
    durationDays: draft.durationDays ?? 1,
    status: draft.status,
    progress: draft.progress ?? 0,
    estimatedCost: readMoney(draft.estimatedCost, currency) ?? null,
    committedCost: readMoney(draft.committedCost, currency) ?? null,
    actualCost: readMoney(draft.actualCost, currency) ?? null,
  };
}

export const amountRule =
  (currency: string) =>
  (path: SchemaPath<string>): void =>
    validate(path, ({ value }) =>
      readMoney(value(), currency) === undefined
        ? { kind: 'money', message: 'Enter an amount such as 1,250.00' }
        : null,
    );

export const taskRules = (currency: string) =>
  schema<TaskDraft>((path) => {
    required(path.name, { message: 'Give the task a name' });
    required(path.start, { message: 'Choose a start' });
    validate(path.durationDays, ({ value }) =>
      Number.isInteger(value()) && (value() ?? 0) >= 1
        ? null
        : { kind: 'days', message: 'Enter at least 1 working day' },
    );
    validate(path.progress, ({ value }) =>
      Number.isInteger(value()) && (value() ?? -1) >= 0 && (value() ?? 101) <= 100
        ? null
        : { kind: 'percent', message: 'Enter a whole number from 0 to 100' },
    );
    validate(path.assignedTo, ({ value }) =>
      isCustomerChoice(value())
        ? { kind: 'customer', message: 'Turn the task into an item of theirs, or choose somebody else' }
        : null,
    );
    validate(path.assigneeName, ({ value, valueOf }) =>
      valueOf(path.assignedTo) === plainName && value().trim() === ''
        ? { kind: 'required', message: 'Enter who does it' }
        : null,
    );
    [path.estimatedCost, path.committedCost, path.actualCost].forEach(amountRule(currency));
  });

/** Where the wire and the sheet name things differently. */
export const taskNames: Readonly<Record<string, string>> = {
  assignee: 'assignedTo',
  'assignee.personId': 'assignedTo',
  'assignee.invitationId': 'assignedTo',
  'assignee.name': 'assigneeName',
};
