import { randomUUID } from 'node:crypto';
import type { Rows } from './rows';
import type { Tenant } from './tenant';

const project = { at: 'project' } as const;
const refused = { at: 'anyone', answers: [405] } as const;
const byCookie = {
  at: 'link',
  without: 401,
  holder: async (tenant: Tenant) => ({ client: await tenant.linkViewer() }),
} as const;
const link = async (tenant: Tenant) => ({
  link: (await tenant.make(`/api/portal/${tenant.ids.project}/links`, { label: 'Anna & Ben' })).id,
});

export const rowsOfThePortal: Rows = {
  'GET /api/portal/{projectId}': byCookie,
  'POST /api/portal/{projectId}': refused,
  'PUT /api/portal/{projectId}': refused,
  'PATCH /api/portal/{projectId}': refused,
  'DELETE /api/portal/{projectId}': refused,
  'GET /api/portal/{projectId}/updates': byCookie,
  'POST /api/portal/{projectId}/updates': refused,
  'PUT /api/portal/{projectId}/updates': refused,
  'PATCH /api/portal/{projectId}/updates': refused,
  'DELETE /api/portal/{projectId}/updates': refused,
  'GET /api/portal/{projectId}/files/{id}': byCookie,
  'POST /api/portal/{projectId}/files/{id}': refused,
  'PUT /api/portal/{projectId}/files/{id}': refused,
  'PATCH /api/portal/{projectId}/files/{id}': refused,
  'DELETE /api/portal/{projectId}/files/{id}': refused,
  // By plain HTTP nobody gets further; the doors of the socket itself are tried beside the gateway.
  'GET /api/portal/{projectId}/live': { at: 'link', without: 426 },
  'POST /api/portal/{projectId}/share': byCookie,
  'POST /api/portal/{projectId}/visits': byCookie,
  'POST /api/portal/{projectId}/sessions': project,
  // Says the same to everybody; what comes of it is seen by the address alone.
  'POST /api/portal/{projectId}/link-requests': {
    at: 'anyone',
    body: () => ({ email: `${randomUUID()}@home.example` }),
    answers: [202],
  },
  'GET /api/portal/{projectId}/links': project,
  'POST /api/portal/{projectId}/links': { ...project, body: () => ({ label: 'Nora' }) },
  'POST /api/portal/{projectId}/links/{linkId}/rotate': { ...project, fresh: link },
  'DELETE /api/portal/{projectId}/links/{linkId}': { ...project, fresh: link },
};
