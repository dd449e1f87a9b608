import type { Action } from '@porchlight/contracts';

/** What everything about invitations to a place takes, and what is said not to exist to strangers. */
export const invitingTo = (projectId: string | null): { action: Action; what: 'project' | 'company' } =>
  projectId === null ? { action: 'staff.invite', what: 'company' } : { action: 'member.invite', what: 'project' };
