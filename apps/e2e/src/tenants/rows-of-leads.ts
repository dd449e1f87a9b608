import type { Rows } from './rows';
import type { Ids, Tenant } from './tenant';

const company = { at: 'company' } as const;
const inIt = { ...company, query: ({ company: companyId }: Ids) => ({ companyId }) };
const newLead = { projectType: 'Kitchen', client: { name: 'The Okafors' } };
const colors = { primary: '#101010', secondary: '#202020' };

const lead = async (tenant: Tenant) => {
  const { id, version } = await tenant.make('/api/leads', newLead);
  return { lead: id, version };
};
const versionAt =
  (path: (ids: Ids) => string) =>
  async ({ owner, ids }: Tenant) => ({
    version: (await owner.get(path(ids))).body.version,
  });

export const rowsOfLeads: Rows = {
  'GET /api/leads': [inIt, { at: 'own' }],
  'POST /api/leads': { ...inIt, body: () => newLead },
  'GET /api/leads/changes': [inIt, { at: 'own' }],
  'GET /api/leads/{id}': company,
  'PATCH /api/leads/{id}': { ...company, body: () => ({ notes: 'Called.' }), fresh: lead },
  'POST /api/leads/{id}/publish': { ...company, body: () => ({ name: 'Mine', welcomeMessage: 'Hello' }), fresh: lead },
  'POST /api/leads/{id}/convert': { ...company, body: () => ({}), fresh: lead },
  'GET /api/leads/clients': [inIt, { at: 'own' }],
  'POST /api/leads/clients': { ...inIt, body: () => ({ name: 'The Novaks' }) },
  'GET /api/leads/clients/{id}': company,
  'GET /api/leads/clients/{id}/contacts': company,
  'POST /api/leads/clients/{id}/contacts': { ...company, body: () => ({ name: 'Nora Novak' }) },
  'GET /api/leads/brand': [inIt, { at: 'own' }],
  'PUT /api/leads/brand': { ...inIt, body: () => ({ colors }), fresh: versionAt(() => '/api/leads/brand') },
  'GET /api/leads/capture-form': [inIt, { at: 'own' }],
  'PATCH /api/leads/capture-form': {
    ...inIt,
    body: () => ({ enabled: true }),
    fresh: versionAt(() => '/api/leads/capture-form'),
  },
  'GET /api/leads/capture/{slug}': { at: 'anyone' },
  'POST /api/leads/capture/{slug}': {
    at: 'anyone',
    body: () => ({ name: 'Nora Novak', email: 'nora@home.example', ticket: 'made-up' }),
    answers: [409],
  },
  'GET /api/leads/portals/{projectId}': { at: 'project' },
  'PATCH /api/leads/portals/{projectId}': {
    at: 'project',
    body: () => ({ welcomeMessage: 'Come in' }),
    fresh: versionAt(({ project }) => `/api/leads/portals/${project}`),
  },
};
