import { schemaOf, services } from '@porchlight/contracts';
import { expected, until, type Client, type System } from '@porchlight/testing';

/** Somebody whom a company knows in every way there is: as a client's contact, an account, a customer, and by name. */
export interface KnownEverywhere {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly client: Client;
  readonly projectId: string;
  readonly leadId: string;
  /** A link that is somebody else's. */
  readonly othersUrl: string;
  /** The person's own, which has their address. */
  readonly ownUrl: string;
}

const person = { email: 'anna@okafor.example', name: 'Anna "Nan" Okafor', phone: '+1 555 010 0177' };

/** A lead whose client they are, published, with them as its customer. */
const joined = async (system: System, owner: Client) => {
  const contacts = [{ name: person.name, email: person.email, phone: person.phone }];
  const lead = expected(
    201,
    await owner.post('/api/leads', {
      projectType: 'Kitchen',
      client: { name: person.name, contacts },
      notes: `${person.name} rings from ${person.phone}`,
      siteAddress: '12 Maple Street',
      source: 'A neighbour of theirs',
    }),
  );
  const words = { name: `${person.name} – Kitchen`, welcomeMessage: `Welcome, ${person.name}.` };
  const { portal } = expected(201, await owner.post(`/api/leads/${lead.id}/publish`, words));
  const projectId: string = portal.projectId;
  await until(async () => (await owner.get(`/api/projects/${projectId}`)).status === 200, 10_000);
  const invitation = { email: person.email, name: person.name, role: 'customer', projectId };
  expected(201, await owner.post('/api/identity/invitations', { ...invitation, message: `Dear ${person.name}` }));
  const mail = await system.mail.waitFor(({ to }) => to.some((address) => address.includes(person.email)));
  const client = system.client();
  const answer = {
    token: /\/invite#([\w-]+)/.exec(mail.text)?.[1],
    name: person.name,
    password: 'a long enough password',
  };
  const accepted = expected(201, await client.post('/api/identity/invitations/accept', answer));
  client.accessToken = accepted.accessToken;
  return { projectId, leadId: String(lead.id), client };
};

/** What the company writes about them. */
const writtenOf = async (owner: Client, projectId: string): Promise<void> => {
  const base = `/api/projects/${projectId}`;
  const { version } = expected(200, await owner.get(base));
  expected(200, await owner.patch(base, { clientName: person.name }, { ifMatch: version }));
  expected(201, await owner.post(`${base}/notes`, { text: `Mail ${person.email} or ring ${person.phone}` }));
  expected(201, await owner.post(`${base}/updates`, { text: `Dear ${person.name}, the tiles are here.` }));
  const task = { name: 'Choose tiles', section: 'planning', start: '2027-01-04', durationDays: 2 };
  expected(201, await owner.post(`${base}/tasks`, { ...task, assignee: { kind: 'name', name: person.name } }));
};

/** What no route leaves where it is for long, and a message that could not be applied. */
const onTheWay = async (system: System, projectId: string): Promise<void> => {
  await system.sql(
    'portal-gateway',
    `insert into link_request (id, project_id, email, asked_at, next_try_at)
     values (gen_random_uuid(), $1, $2, now(), now() + interval '1 day')`,
    [projectId, person.email],
  );
  await system.sql(
    'leads',
    `insert into dead_letter (message_key, subject, body, reason, deliveries) values ('k', 's', $1, 'r', 1)`,
    [JSON.stringify({ companyId: null, data: { email: person.email, name: person.name } })],
  );
};

export const knowEverywhere = async (system: System, owner: Client): Promise<KnownEverywhere> => {
  const known = await joined(system, owner);
  const { client, projectId } = known;
  await writtenOf(owner, projectId);
  const links = `/api/portal/${projectId}/links`;
  const own = expected(201, await owner.post(links, { label: person.name, email: person.email }));
  const others = expected(201, await owner.post(links, { label: 'The neighbours' }));
  const opens = async () => (await client.post(`/api/portal/${projectId}/sessions`)).status === 201;
  await until(opens, 20_000, 'the gateway does not let them in');
  expected(200, await client.post(`/api/portal/${projectId}/share`));
  const mayWait = { email: 'anna@elsewhere.example', password: 'a long enough password' };
  expected(202, await client.post('/api/identity/me/email', mayWait));
  await onTheWay(system, projectId);
  return { ...person, ...known, ownUrl: own.url, othersUrl: others.url };
};

/** Where in the tables of all services a text stands, in any column and any case. */
export const placesHolding = async (system: System, text: string): Promise<string[]> => {
  const places: string[] = [];
  for (const service of services) {
    const tables = await system.sql<{ name: string }>(
      service,
      'select table_name as name from information_schema.tables where table_schema = $1',
      [schemaOf(service)],
    );
    for (const { name } of tables) {
      // Of a text with quotes: as it stands, in JSON, and in JSON in JSON.
      const rows = await system.sql<{ text: string }>(service, `select (one.*)::text as text from "${name}" one`);
      const bare = (some: string): string => some.replaceAll(/[\\"]/g, '').toLowerCase();
      if (rows.some((row) => bare(row.text).includes(bare(text)))) places.push(`${service}.${name}`);
    }
  }
  return places;
};
