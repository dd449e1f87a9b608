import type { Client, System } from '@porchlight/testing';
import type { Builder } from './builder';

/** Somebody who was invited to a builder's project and joined; identity must run without a mail server. */
export const joinAsCustomer = async (
  system: System,
  builder: Builder,
): Promise<{ client: Client; personId: string }> => {
  const client = system.client();
  const email = `customer-${crypto.randomUUID()}@home.example`;
  const invited = await builder.client.post('/api/identity/invitations', {
    email,
    role: 'customer',
    projectId: builder.projectId,
  });
  const token = new URL(invited.body.acceptUrl).hash.slice(1);
  const accepted = await client.post('/api/identity/invitations/accept', {
    token,
    name: 'Carol Customer',
    password: 'a long and quiet street',
  });
  if (accepted.status !== 201) throw new Error(`did not join: ${JSON.stringify(accepted.body)}`);
  client.accessToken = accepted.body.accessToken;
  return { client, personId: accepted.body.person.id };
};
