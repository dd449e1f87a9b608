import { TZDate } from '@date-fns/tz';
import { leadSchema, linkListSchema, publishedSchema, type CreateLink } from '@porchlight/contracts';
import { Client, until } from '@porchlight/testing';
import { addDays, format } from 'date-fns';
import { SeedApi } from './api';
import { demoCalendar } from './calendar';
import type { Demo } from './demo';
import { otherLeads, whitfield } from './leads-data';
import { projectName, today, welcomeMessage } from './project-data';
import { seedPeople } from './seed-people';
import { seedProject } from './seed-project';

const email = 'olivia@alder.example';
const timeZone = 'America/Denver';
const link: CreateLink = { label: 'Anna & Ben' };

const inDays = (days: number): string => format(addDays(new TZDate(Date.now(), timeZone), days), 'yyyy-MM-dd');

/** Makes the demo company with its leads and one lifelike project. Gives the project's id. */
export const seedDemo = async (origin: string, password: string, mailUrl: string | null): Promise<string> => {
  const api = new SeedApi(await demoOwner(origin, password));
  for (const [index, lead] of otherLeads(inDays).entries()) await api.create(`lead-${index}`, '/api/leads', lead);
  const lead = leadSchema.parse(await api.create('lead-whitfield', '/api/leads', whitfield));
  const published = await api.create('publish', `/api/leads/${lead.id}/publish`, { name: projectName, welcomeMessage });
  const { projectId } = publishedSchema.parse(published).portal;
  // Publishing makes the project through the bus.
  await until(
    async () => (await api.client.get(`/api/projects/${projectId}`)).status === 200,
    20_000,
    'the demo could not be seeded: the published project did not appear',
  );
  const members = await seedPeople({ api, projectId, password, mailUrl });
  await seedProject(api, { projectId, members, dateOf: demoCalendar(new Date(), today) });
  await api.create('link', `/api/portal/${projectId}/links`, link);
  return projectId;
};

/** Signs in as the demo's owner, who is registered the first time. */
const demoOwner = async (origin: string, password: string): Promise<Client> => {
  const client = new Client(origin);
  try {
    await client.signIn(email, password);
  } catch {
    await client.register({
      companyName: 'Alder & Sons',
      name: 'Olivia Alder',
      email,
      password,
      timeZone,
      contact: { name: 'Olivia Alder', phone: '303 555 0122', email: 'hello@alder.example' },
    });
  }
  return client;
};

/** How to get in today, or null when the demo's owner has another password by now. */
export const openDemo = async (origin: string, password: string, projectId: string): Promise<Demo | null> => {
  const client = new Client(origin);
  try {
    await client.signIn(email, password);
  } catch {
    return null;
  }
  const links = linkListSchema.safeParse((await client.get(`/api/portal/${projectId}/links`)).body);
  const active = links.data?.items.find(({ label, status }) => label === link.label && status === 'active');
  return { email, password, portalUrl: active?.url ?? null };
};
