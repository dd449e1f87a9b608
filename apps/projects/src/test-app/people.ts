import type { Client, System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

/** For integration specs: somebody new who joined a project by invitation. Identity must run without a mail server. */
export const joinProject = async (
  system: System,
  builder: Client,
  projectId: string,
  role: 'subcontractor' | 'customer',
): Promise<{ client: Client; personId: string; name: string }> => {
  const name = `${role} ${randomUUID().slice(0, 8)}`;
  const email = `${randomUUID()}@guest.example`;
  const invited = await builder.post('/api/identity/invitations', { email, role, projectId });
  const token = new URL(invited.body.acceptUrl).hash.slice(1);
  const client = system.client();
  const accepted = await client.post('/api/identity/invitations/accept', { token, name, password: 'a long password' });
  if (accepted.status !== 201) throw new Error(`could not join: ${accepted.status} ${JSON.stringify(accepted.body)}`);
  client.accessToken = accepted.body.accessToken;
  return { client, personId: accepted.body.person.id, name };
};
