import { memberListSchema, type Invite } from '@porchlight/contracts';
import { Client, until } from '@porchlight/testing';
import { z } from 'zod';
import type { SeedApi } from './api';
import { mila, ray } from './project-data';

const subcontractors = [
  { email: 'ray@ortiz.example', name: ray },
  { email: 'mila@novak.example', name: mila },
];

interface People {
  readonly api: SeedApi;
  readonly projectId: string;
  /** What the subcontractors choose as their password. */
  readonly password: string;
  /** Where the caught mails are; null where a real mail server was given. */
  readonly mailUrl: string | null;
}

/**
 * Invites two subcontractors and the customer. The subcontractors accept, where their mail can be read. Gives the ids of
 * the project's members by name.
 */
export const seedPeople = async ({
  api,
  projectId,
  password,
  mailUrl,
}: People): Promise<ReadonlyMap<string, string>> => {
  const customer: Invite = {
    email: 'anna@whitfield.example',
    name: 'Anna Whitfield',
    role: 'customer',
    projectId,
    message: 'Here is the page for your kitchen. Save it, it stays up to date.',
  };
  await invite(api, customer);
  for (const { email, name } of subcontractors) {
    const isNew = await invite(api, { email, name, role: 'subcontractor', projectId });
    const token = isNew && mailUrl ? await tokenMailedTo(mailUrl, email) : null;
    if (token) await new Client(api.client.origin).post('/api/identity/invitations/accept', { token, name, password });
  }
  const { items } = memberListSchema.parse(await api.get(`/api/identity/projects/${projectId}/members`));
  return new Map(items.map((member) => [member.name, member.personId]));
};

/** Whether the person was not a member before. */
const invite = async (api: SeedApi, body: Invite): Promise<boolean> => {
  const reply = await api.client.post('/api/identity/invitations', body);
  if (reply.status < 300) return true;
  if (reply.status === 409) return false;
  throw new Error(`the demo could not be seeded: inviting answered ${reply.status} ${JSON.stringify(reply.body)}`);
};

const listSchema = z.object({ items: z.array(z.object({ id: z.string(), to: z.array(z.string()) })) });
const mailSchema = z.object({ text: z.string() });

const read = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** The token of the invitation link in the newest mail to this address; null when none comes, and then they stay invited. */
const tokenMailedTo = (mailUrl: string, address: string): Promise<string | null> =>
  until(async () => {
    const { items } = listSchema.parse(await read(`${mailUrl}/api/messages`));
    const found = items.find(({ to }) => to.some((one) => one.includes(address)));
    if (!found) return undefined;
    const { text } = mailSchema.parse(await read(`${mailUrl}/api/messages/${found.id}`));
    return /\/invite#([\w-]+)/.exec(text)?.[1];
  }, 10_000).catch(() => null);
