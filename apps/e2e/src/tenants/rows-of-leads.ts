import { addPicture, aPicture, putLogo } from './brand-pictures';
import { addFile } from './lead-files';
import type { Rows } from './rows';
import { someone, type Ids, type Tenant } from './tenant';

const company = { at: 'company' } as const;
const inIt = { ...company, query: ({ company: companyId }: Ids) => ({ companyId }) };
const newLead = { projectType: 'Kitchen', client: { name: 'The Okafors' } };
const colors = { primary: '#101010', secondary: '#202020' };

const lead = async (tenant: Tenant) => {
  const { id, version } = await tenant.make('/api/leads', newLead);
  return { lead: id, version };
};
const published = async (tenant: Tenant) => {
  const made = await tenant.make('/api/leads', {
    projectType: 'Attic',
    client: { name: 'The Novaks', contacts: [{ name: 'Nora Novak', email: someone() }] },
  });
  await tenant.make(`/api/leads/${made.id}/publish`, { name: 'Attic', welcomeMessage: '' });
  return { lead: made.id, contact: made.client.contacts[0].id };
};
const household = async (tenant: Tenant) => {
  const made = await tenant.make('/api/leads/clients', { name: 'The Novaks', contacts: [{ name: 'Nora Novak' }] });
  return { client: made.id, contact: made.contacts[0].id, version: made.version };
};
/** Others change the brand meanwhile; that it is stale is told only to who is let in. */
const changesBrand = { answers: [200, 201, 412] } as const;
const versionAt =
  (path: (ids: Ids) => string) =>
  async ({ owner, ids }: Tenant) => ({
    version: (await owner.get(path(ids))).body.version,
  });

const file = async ({ owner, ids }: Tenant) => ({ leadFile: await addFile(owner, ids.lead) });

export const rowsOfLeads: Rows = {
  'GET /api/leads': [inIt, { at: 'own' }],
  'POST /api/leads': { ...inIt, body: () => newLead },
  'GET /api/leads/changes': [inIt, { at: 'own' }],
  'GET /api/leads/totals': [inIt, { at: 'own' }],
  'GET /api/leads/export': [inIt, { at: 'own' }],
  'POST /api/leads/import': { ...inIt, body: () => ({ rows: [{ client: 'The Okafors', projectType: 'Kitchen' }] }) },
  'GET /api/leads/duplicates': [inIt, { at: 'own' }],
  'GET /api/leads/{id}': company,
  'DELETE /api/leads/{id}': { ...company, fresh: lead },
  'GET /api/leads/{id}/activity': company,
  'GET /api/leads/{id}/duplicates': company,
  'GET /api/leads/{id}/files': company,
  'POST /api/leads/{id}/files': { ...company, query: () => ({ name: 'Porch.png' }), body: () => aPicture },
  'GET /api/leads/{id}/files/{fileId}': company,
  'DELETE /api/leads/{id}/files/{fileId}': { ...company, fresh: file },
  'PATCH /api/leads/{id}': { ...company, body: () => ({ notes: 'Called.' }), fresh: lead },
  'POST /api/leads/{id}/publish': { ...company, body: () => ({ name: 'Mine', welcomeMessage: 'Hello' }), fresh: lead },
  'POST /api/leads/{id}/convert': { ...company, body: () => ({}), fresh: lead },
  'GET /api/leads/{id}/contacts': company,
  'POST /api/leads/{id}/invitations': {
    ...company,
    body: ({ contact }: Ids) => ({ contactIds: [contact] }),
    fresh: published,
  },
  'GET /api/leads/clients': [inIt, { at: 'own' }],
  'POST /api/leads/clients': { ...inIt, body: () => ({ name: 'The Novaks' }) },
  'GET /api/leads/clients/{id}': company,
  'PATCH /api/leads/clients/{id}': { ...company, body: () => ({ name: 'The Novaks' }), fresh: household },
  'GET /api/leads/clients/{id}/contacts': company,
  'POST /api/leads/clients/{id}/contacts': { ...company, body: () => ({ name: 'Nora Novak' }) },
  'PATCH /api/leads/clients/{id}/contacts/{contactId}': {
    ...company,
    body: () => ({ phone: '555 0199' }),
    fresh: household,
  },
  'DELETE /api/leads/clients/{id}/contacts/{contactId}': { ...company, fresh: household },
  'GET /api/leads/brand': [inIt, { at: 'own' }],
  'PUT /api/leads/brand': {
    ...inIt,
    ...changesBrand,
    body: () => ({ colors }),
    fresh: versionAt(() => '/api/leads/brand'),
  },
  'PUT /api/leads/brand/logo': {
    ...inIt,
    ...changesBrand,
    body: () => aPicture,
    fresh: versionAt(() => '/api/leads/brand'),
  },
  'DELETE /api/leads/brand/logo': { ...inIt, ...changesBrand, fresh: ({ owner }: Tenant) => putLogo(owner) },
  'POST /api/leads/brand/pictures': {
    ...inIt,
    ...changesBrand,
    body: () => aPicture,
    fresh: versionAt(() => '/api/leads/brand'),
  },
  'GET /api/leads/brand/pictures/{id}': company,
  'PATCH /api/leads/brand/pictures/{id}': {
    ...inIt,
    ...changesBrand,
    body: () => ({ alt: 'A porch' }),
    fresh: versionAt(() => '/api/leads/brand'),
  },
  'DELETE /api/leads/brand/pictures/{id}': {
    ...inIt,
    ...changesBrand,
    fresh: ({ owner }: Tenant) => addPicture(owner),
  },
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
