import type { ServiceName } from '@porchlight/contracts';

/** The migrations of 0.1.0, the first version there was: nothing older runs on what they made. */
export const released: Readonly<Record<ServiceName, readonly string[]>> = {
  identity: ['Founding', 'Accounts', 'Readdressings'],
  projects: ['Initial', 'UnjoinedAssignees', 'CalendarChanges', 'RenamedByLead', 'Files20261122', 'Sharing20261122'],
  leads: ['Initial20261121', 'Parts20261121', 'WholeFlow20261122'],
  notifications: ['Initial20261121', 'Bell20261122', 'Language20261122'],
  'portal-gateway': ['Initial20261121', 'LinkRequests20261122', 'MailedLinks20261122'],
};

/** Later ones that take away what no version still in use knows; beside each, why that is so. */
export const contracted: Readonly<Record<ServiceName, readonly string[]>> = {
  identity: [],
  projects: [],
  leads: [],
  notifications: [],
  'portal-gateway': [],
};
