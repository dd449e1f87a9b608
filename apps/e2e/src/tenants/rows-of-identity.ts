import type { Reply } from '@porchlight/testing';
import type { ByAction, ByLink, Rows } from './rows';
import { someone, type Ids, type Tenant } from './tenant';

const project = { at: 'project' } as const;
const company = { at: 'company' } as const;
const password = 'another quiet evening';
/** What no key of ours has signed. */
const madeUp = 'A'.repeat(70);

const toProject = { ...project, action: 'member.invite' } as const;
const toCompany = { ...company, action: 'staff.invite' } as const;
/** Always the same one: inviting somebody again changes nothing. */
const email = 'nora@home.example';
const customer = ({ project: projectId }: Ids) => ({ email, role: 'customer', projectId });
const manager = ({ company: companyId }: Ids) => ({ email, role: 'manager', companyId });
const inBatch = (invite: (ids: Ids) => object) => (ids: Ids) => ({ invitations: [invite(ids)] });
const statusOf: Readonly<Record<string, number>> = { not_found: 404, forbidden: 403 };
/** A batch is always 200; what came of its one invitation stands inside. */
const ofBatch = ({ status, body }: Reply): number =>
  status === 200 && body.results[0].status === 'refused' ? (statusOf[body.results[0].error.code] ?? 400) : status;

const invitation = async (tenant: Tenant) => ({ invitation: (await tenant.invites()).id });
/** Of an invitation to the staff. */
const ofStaff: ByAction = {
  ...toCompany,
  ids: ({ staffInvitation }) => ({ invitation: staffInvitation }),
  fresh: async (tenant) => ({
    staffInvitation: (await tenant.make('/api/identity/invitations', { ...manager(tenant.ids), email: someone() })).id,
  }),
};
const newCustomer = async (tenant: Tenant) => ({ customer: (await tenant.joins('customer')).personId });
const newManager = async (tenant: Tenant) => ({ manager: (await tenant.joins('manager')).personId });

/** Works by the token in a mail: for who has it, else it is as if there were nothing (404). */
const byToken = (holder: NonNullable<ByLink['holder']>, more: object = {}): ByLink => ({
  at: 'link',
  without: 404,
  body: () => ({ token: madeUp, ...more }),
  holder,
});
const invited = (more: object = {}): ByLink =>
  byToken(async (tenant) => {
    const client = Object.assign(await tenant.throwaway(), { accessToken: null });
    return { client, body: { token: (await tenant.invites()).token, ...more } };
  }, more);
const forgetful = (more: object = {}): ByLink =>
  byToken(async (tenant) => {
    const client = await tenant.throwaway();
    await client.post('/api/identity/password-resets', { email: client.email });
    return { client, body: { token: await tenant.mailedToken(client.email, 'reset-password'), ...more } };
  }, more);
const registered = byToken(async (tenant) => {
  const client = await tenant.throwaway();
  return { client, body: { token: await tenant.mailedToken(client.email, 'confirm-email') } };
});

export const rowsOfIdentity: Rows = {
  'GET /api/identity/.well-known/jwks.json': { at: 'anyone' },
  'GET /api/identity/registration': { at: 'anyone' },
  'POST /api/identity/companies': {
    at: 'anyone',
    body: () => ({ companyName: 'Cedar', name: 'Cleo', email: someone(), password }),
  },
  'GET /api/identity/companies/{id}': company,
  'PATCH /api/identity/companies/{id}': {
    ...company,
    body: () => ({ amberDays: 10 }),
    fresh: async ({ owner, ids }) => ({
      version: (await owner.get(`/api/identity/companies/${ids.company}`)).body.version,
    }),
  },
  'GET /api/identity/companies/{id}/staff': company,
  'PATCH /api/identity/companies/{id}/staff/{personId}': {
    ...company,
    body: () => ({ role: 'owner' }),
    fresh: newManager,
  },
  'DELETE /api/identity/companies/{id}/staff/{personId}': { ...company, fresh: newManager },
  'GET /api/identity/companies/{id}/people': company,
  'DELETE /api/identity/companies/{id}/people/{personId}': { ...company, fresh: newCustomer },

  'POST /api/identity/sessions': { at: 'anyone', body: () => ({ email: someone(), password }), answers: [401] },
  'GET /api/identity/sessions': { at: 'self' },
  'DELETE /api/identity/sessions': { at: 'self', throwaway: true },
  'POST /api/identity/sessions/refresh': {
    at: 'link',
    without: 401,
    holder: async (tenant) => ({ client: Object.assign(await tenant.throwaway(), { accessToken: null }) }),
  },
  'DELETE /api/identity/sessions/current': {
    at: 'link',
    without: 204,
    onlyNobody: true,
    holder: async (tenant) => ({ client: await tenant.throwaway() }),
  },
  'DELETE /api/identity/sessions/{id}': {
    at: 'owner',
    fresh: async (tenant) => ({ session: await tenant.newSession() }),
  },

  'GET /api/identity/me': { at: 'self' },
  'PATCH /api/identity/me': { at: 'self', throwaway: true, body: () => ({ name: 'Pat' }) },
  'POST /api/identity/me/password': {
    at: 'self',
    throwaway: true,
    body: (_, { password: current }) => ({ current, password }),
  },
  'POST /api/identity/me/email': {
    at: 'self',
    throwaway: true,
    body: (_, { password: own }) => ({ email: someone(), password: own }),
  },
  // Who registered a company owns it alone, and is told so.
  'POST /api/identity/me/deactivate': {
    at: 'self',
    throwaway: true,
    body: (_, { password: own }) => ({ password: own }),
    answers: [409],
  },

  'POST /api/identity/password-resets': { at: 'anyone', body: () => ({ email: someone() }) },
  'POST /api/identity/password-resets/inspect': forgetful(),
  'POST /api/identity/password-resets/complete': forgetful({ password }),
  'POST /api/identity/email-confirmations/inspect': registered,
  'POST /api/identity/email-confirmations/complete': registered,

  'GET /api/identity/invitations': [
    { ...toProject, query: ({ project: projectId }) => ({ projectId }) },
    { ...toCompany, query: ({ company: companyId }) => ({ companyId }) },
  ],
  'POST /api/identity/invitations': [
    { ...toProject, body: customer },
    { ...toCompany, body: manager },
  ],
  'POST /api/identity/invitations/batch': [
    { ...toProject, body: inBatch(customer), outcome: ofBatch },
    { ...toCompany, body: inBatch(manager), outcome: ofBatch },
  ],
  'POST /api/identity/invitations/{id}/resend': [{ ...toProject, fresh: invitation }, ofStaff],
  'DELETE /api/identity/invitations/{id}': [{ ...toProject, fresh: invitation }, ofStaff],
  'POST /api/identity/invitations/inspect': invited(),
  'POST /api/identity/invitations/opened': invited(),
  'POST /api/identity/invitations/accept': invited({ name: 'Anna', password }),
  'POST /api/identity/invitations/renew': byToken(async (tenant) => {
    const { id, token } = await tenant.invites();
    await tenant.owner.post(`/api/identity/invitations/${id}/resend`);
    return { client: await tenant.throwaway(), body: { token } };
  }),

  'GET /api/identity/projects/{id}/members': project,
  'PATCH /api/identity/projects/{id}/members/{personId}': {
    ...project,
    body: () => ({ role: 'subcontractor' }),
    fresh: newCustomer,
  },
  'DELETE /api/identity/projects/{id}/members/{personId}': { ...project, fresh: newCustomer },
};
