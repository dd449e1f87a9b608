import type { Rows } from './rows';
import type { Ids } from './tenant';

const inIt = { at: 'company', query: ({ company: companyId }: Ids) => ({ companyId }) } as const;

export const rowsOfNotifications: Rows = {
  'GET /api/notifications/notices': [inIt, { at: 'own' }],
  'POST /api/notifications/notices/seen': { at: 'company', body: ({ notice }) => ({ upTo: notice }) },
  'GET /api/notifications/changes': [inIt, { at: 'own' }],
  'POST /api/notifications/mail-preview': [
    { at: 'company', body: ({ company: companyId }) => ({ companyId }) },
    { at: 'own', body: () => ({ message: 'Come in' }) },
  ],
};
