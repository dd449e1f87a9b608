import type { Assignee } from '@porchlight/contracts';

/** What the select of a task's sheet holds, and what it means. */
export const plainName = 'name';
const invited = 'invited:';
const customer = 'customer:';

export const invitedChoice = (invitationId: string): string => invited + invitationId;
/** A customer does no task: choosing one offers to make an item of it. */
export const customerChoice = (personId: string): string => customer + personId;
export const isCustomerChoice = (choice: string): boolean => choice.startsWith(customer);

export function choiceOf(assignee: Assignee | null): string {
  if (!assignee) return '';
  if (assignee.kind === 'member') return assignee.personId;
  return assignee.kind === 'invited' ? invitedChoice(assignee.invitationId) : plainName;
}

/** `before` is who it was: the same choice again is no change, with all that was told of them. */
export function assigneeOf(choice: string, name: string, before: Assignee | null): Assignee | null {
  if (choice === '') return null;
  if (choice === plainName) return { kind: 'name', name: name.trim() };
  if (before && choiceOf(before) === choice) return before;
  return choice.startsWith(invited)
    ? { kind: 'invited', invitationId: choice.slice(invited.length) }
    : { kind: 'member', personId: choice };
}

/** `Ray Ortiz`, `ray@ortiz.example (invited)` */
export const showAssignee = (assignee: Assignee | null): string => {
  const name = assignee?.name ?? '';
  return assignee?.kind === 'invited' ? `${name} (invited)` : name;
};
