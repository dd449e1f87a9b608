import type {
  InvitationStatus,
  ItemKind,
  ItemStatus,
  LeadStage,
  ProjectStatus,
  Role,
  Section,
  TaskStatus,
} from '@porchlight/contracts';

/** The words on the screen for the words on the wire. */
export const sections = ['planning', 'execution', 'closeout'] as const satisfies readonly Section[];

export const sectionWords: Readonly<Record<Section, string>> = {
  planning: 'Planning',
  execution: 'Execution',
  closeout: 'Closeout',
};

export const taskStatusWords: Readonly<Record<TaskStatus, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  blocked: 'Blocked',
  pending_review: 'In review',
  complete: 'Complete',
};

export const projectStatusWords: Readonly<Record<ProjectStatus, string>> = {
  planning: 'Planning',
  active: 'Active',
  on_hold: 'On hold',
  completed: 'Completed',
  archived: 'Archived',
};

/** What a status means for the page of the customer. */
export const customerSees: Readonly<Record<ProjectStatus, string>> = {
  planning: 'Your customer sees the days left to the deadline.',
  active: 'Your customer sees the days left to the deadline.',
  on_hold: 'Your customer reads that the work is on hold; no days are counted.',
  completed: 'Your customer reads that the work is done; no days are counted.',
  archived:
    'Your customer keeps a page to look things up, with what you shared and your contact; nothing on it changes any more.',
};

export const itemKindWords: Readonly<Record<ItemKind, string>> = {
  selection: 'Selection',
  approval: 'Approval',
  information: 'Information',
};

export const itemStatusWords: Readonly<Record<ItemStatus, string>> = {
  waiting: 'Waiting for customer',
  with_builder: 'With you',
  done: 'Done',
};

export const leadStageWords: Readonly<Record<LeadStage, string>> = {
  new: 'New',
  contacted: 'Contacted',
  site_visit: 'Site visit',
  quoting: 'Quoting',
  won: 'Won',
  lost: 'Lost',
};

export const roleWords: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  manager: 'Manager',
  subcontractor: 'Subcontractor',
  customer: 'Customer',
};

export const invitationStatusWords: Readonly<Record<InvitationStatus, string>> = {
  pending: 'Invited',
  accepted: 'Joined',
  revoked: 'Cancelled',
  expired: 'Expired',
};

/** `[value, word]` pairs of one of the tables above, in its order, for a select. */
export const choices = <K extends string>(words: Readonly<Record<K, string>>): { value: string; word: string }[] =>
  Object.entries<string>(words).map(([value, word]) => ({ value, word }));
