import { CapabilityTokens } from '@porchlight/platform';
import type { Client, Reply, System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { tokenKeys } from '../../account/test-app/mailed-links';

/** For integration specs: a builder with a project, to which people are invited. */
export interface Site {
  readonly system: System;
  readonly owner: Client;
  readonly companyId: string;
  readonly projectId: string;
}

export const INVITATIONS = '/api/identity/invitations';
export const ACCEPT = `${INVITATIONS}/accept`;
export const INSPECT = `${INVITATIONS}/inspect`;
export const OPENED = `${INVITATIONS}/opened`;
export const RENEW = `${INVITATIONS}/renew`;

export const someone = (): string => `${randomUUID().slice(0, 8)}@home.example`;

/** What a new person types. */
export const signUp = { name: 'Anna Home', password: 'a quiet evening porch' };

export const newSite = async (system: System): Promise<Site> => {
  const owner = system.client();
  const { company } = await owner.register();
  const project = await owner.post('/api/projects', { name: 'Porch on Elm Street' });
  if (project.status !== 201) throw new Error(`could not make a project: ${project.status}`);
  return { system, owner, companyId: company.id, projectId: project.body.id };
};

export const invite = (at: Site, wishes: object = {}): Promise<Reply> =>
  at.owner.post(INVITATIONS, { email: someone(), role: 'customer', projectId: at.projectId, ...wishes });

/** An invitation to the staff. */
export const inviteManager = (at: Site, wishes: object = {}): Promise<Reply> =>
  invite(at, { role: 'manager', projectId: undefined, companyId: at.companyId, ...wishes });

/** The token of the link that is shown where no mail goes out. */
export const tokenOf = ({ body }: Reply): string => new URL(body.acceptUrl).hash.slice(1);

/** The token that the mail of one sending carries; identity must run with the key of the specs. */
export const tokenOfSending = (id: string, generation: number): string =>
  new CapabilityTokens(tokenKeys, 'invitation').mint({ id, generation });

/** The token that was mailed last. */
export const mailedToken = async ({ system }: Site, id: string): Promise<string> => {
  const text = 'select generation from invitation where id = $1';
  const [row] = await system.sql<{ generation: number }>('identity', text, [id]);
  return tokenOfSending(id, row?.generation ?? 0);
};

/** What was asked to be mailed of an invitation, sending by sending. */
export const askedOf = async (
  { system }: Site,
  id: string,
): Promise<{ generation: number; language?: string | undefined }[]> => {
  const rows = await system.sql<{ envelope: string }>(
    'identity',
    `select envelope from outbox where aggregate_id = $1 and type = 'identity.invitation.sent.v1' order by seq`,
    [id],
  );
  return rows.map(({ envelope }) => JSON.parse(envelope).data);
};

/** Which sendings of an invitation were asked to be mailed. */
export const sendingsOf = async (site: Site, id: string): Promise<number[]> =>
  (await askedOf(site, id)).map(({ generation }) => generation);

/** Signs up by a link and stays signed in. */
export const signUpBy = async (at: Site, token: string): Promise<Client> => {
  const client = at.system.client();
  const accepted = await client.post(ACCEPT, { token, ...signUp });
  if (accepted.status !== 201) throw new Error(`could not accept: ${accepted.status} ${accepted.body.code}`);
  const { email } = accepted.body.person;
  return Object.assign(client, { email, password: signUp.password, accessToken: accepted.body.accessToken });
};

/** Somebody who joined by a link that was shown. */
export const joined = async (at: Site, role = 'customer', email = someone()): Promise<Client> =>
  signUpBy(at, tokenOf(await invite(at, { role, email })));

export const me = async (client: Client) => (await client.get('/api/identity/me')).body;

/** Moves the end of an invitation into the past. */
export const expire = (system: System, id: string): Promise<unknown> =>
  system.sql('identity', `update invitation set expires_at = now() - interval '1 second' where id = $1`, [id]);

/** The places a person is a member of, as they stand in the database. */
export const membershipsOf = (system: System, personId: string) =>
  system.sql('identity', 'select role, project_id from membership where person_id = $1 and removed_at is null', [
    personId,
  ]);
