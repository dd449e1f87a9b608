import { expected, until, type Client, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { addPicture, fileInView } from './brand-pictures';
import { addFile } from './lead-files';
import { addProjectFile } from './project-files';

/** What of a company has an id that somebody may try. */
export interface Ids {
  readonly company: string;
  readonly project: string;
  /** Another project of the same company, with members of its own. */
  readonly otherProject: string;
  readonly task: string;
  readonly milestone: string;
  readonly item: string;
  readonly note: string;
  readonly update: string;
  /** A file of the project. */
  readonly projectFile: string;
  readonly lead: string;
  readonly client: string;
  readonly contact: string;
  /** A file of the lead. */
  readonly leadFile: string;
  readonly link: string;
  /** The address of its public form: known to anybody. */
  readonly form: string;
  /** A picture of the brand, as the staff name it… */
  readonly picture: string;
  /** …and as the project's portal does. */
  readonly file: string;
  /** Under the bell. */
  readonly notice: string;
  /** A pending invitation to the project. */
  readonly invitation: string;
  /** One to the staff. */
  readonly staffInvitation: string;
  /** A session of the owner's. */
  readonly session: string;
  readonly owner: string;
  readonly manager: string;
  readonly subcontractor: string;
  readonly customer: string;
}

export type Part = 'owner' | 'manager' | 'subcontractor' | 'customer' | 'otherSubcontractor' | 'otherCustomer';

const password = 'a quiet evening porch';
export const someone = (): string => `${randomUUID()}@home.example`;

/** A company with everything there is in one, and people of every kind. */
export class Tenant {
  private constructor(
    private readonly system: System,
    readonly people: Readonly<Record<Part, Client>>,
    readonly ids: Ids,
  ) {}

  static async start(system: System, companyName: string): Promise<Tenant> {
    const owner = system.client();
    const { company, person } = await owner.register({ companyName });
    const make = async (path: string, body: object): Promise<string> => expected(201, await owner.post(path, body)).id;
    const project = await make('/api/projects', { name: `${companyName} kitchen` });
    const otherProject = await make('/api/projects', { name: `${companyName} bath` });
    const lead = expected(
      201,
      await owner.post('/api/leads', {
        projectType: 'Porch',
        client: { name: `The family of ${companyName}`, contacts: [{ name: `Nora of ${companyName}` }] },
      }),
    );
    const joins = (role: string, place: object) => joinsAs(system, owner, { role, ...place });
    const [manager, subcontractor, customer, otherSubcontractor, otherCustomer] = await Promise.all([
      joins('manager', { companyId: company.id }),
      joins('subcontractor', { projectId: project }),
      joins('customer', { projectId: project }),
      joins('subcontractor', { projectId: otherProject }),
      joins('customer', { projectId: otherProject }),
    ]);
    await until(async () => (await owner.post(`/api/portal/${project}/sessions`)).status === 201, 15_000);
    const { picture } = await addPicture(owner);
    const within = `/api/projects/${project}`;
    const dated = { section: 'planning', start: '2027-01-04', durationDays: 2 };
    const assignee = { kind: 'member', personId: subcontractor.personId };
    const people = {
      owner,
      manager: manager.client,
      subcontractor: subcontractor.client,
      customer: customer.client,
      otherSubcontractor: otherSubcontractor.client,
      otherCustomer: otherCustomer.client,
    };
    return new Tenant(system, people, {
      company: company.id,
      project,
      otherProject,
      task: await make(`${within}/tasks`, { name: `${companyName} task`, ...dated, assignee }),
      milestone: await make(`${within}/milestones`, {
        name: companyName,
        section: 'planning',
        targetDate: '2027-02-01',
      }),
      item: await make(`${within}/items`, { title: companyName, section: 'planning', kind: 'approval' }),
      note: await make(`${within}/notes`, { text: companyName }),
      update: await make(`${within}/updates`, { text: companyName }),
      projectFile: (await addProjectFile(owner, project)).projectFile,
      lead: lead.id,
      client: lead.client.id,
      contact: lead.client.contacts[0].id,
      leadFile: await addFile(owner, lead.id),
      form: expected(200, await owner.get('/api/leads/capture-form')).slug,
      link: await make(`/api/portal/${project}/links`, { label: companyName }),
      picture,
      file: await fileInView(await viewerOf(system, owner, project), project),
      invitation: await make('/api/identity/invitations', { email: someone(), role: 'customer', projectId: project }),
      staffInvitation: await make('/api/identity/invitations', {
        email: someone(),
        role: 'manager',
        companyId: company.id,
      }),
      session: expected(200, await owner.get('/api/identity/sessions')).items[0].id,
      notice: await noticeOf(owner),
      owner: person.id,
      manager: manager.personId,
      subcontractor: subcontractor.personId,
      customer: customer.personId,
    });
  }

  get owner(): Client {
    return this.people.owner;
  }

  /** The owner makes one more of something and gives what it is. */
  async make(path: string, body: object): Promise<Reply['body']> {
    return expected(201, await this.owner.post(path, body));
  }

  /** Somebody new joins. */
  joins(role: 'manager' | 'subcontractor' | 'customer'): ReturnType<typeof joinsAs> {
    const place = role === 'manager' ? { companyId: this.ids.company } : { projectId: this.ids.project };
    return joinsAs(this.system, this.owner, { role, ...place });
  }

  /** Somebody new is invited to the project: the invitation's id and the token in their mail. */
  async invites(email = someone()): Promise<{ id: string; token: string }> {
    const invite = { email, role: 'customer', projectId: this.ids.project };
    const { id } = await this.make('/api/identity/invitations', invite);
    return { id, token: await mailedToken(this.system, email) };
  }

  /** Somebody with an account of their own and nothing else to lose. */
  async throwaway(): Promise<Client> {
    const client = this.system.client();
    await client.register();
    return client;
  }

  /** The owner signs in on one more device. */
  async newSession(): Promise<string> {
    const device = this.system.client();
    await device.signIn(this.owner.email, this.owner.password);
    const { items } = expected(200, await device.get('/api/identity/sessions'));
    return items.find(({ current }: { current: boolean }) => current).id;
  }

  /** The token in a mail to somebody, by the page that its link opens. */
  mailedToken(email: string, page: string): Promise<string> {
    return mailedToken(this.system, email, page);
  }

  /** Somebody at the portal by a new link. */
  linkViewer(): Promise<Client> {
    return viewerOf(this.system, this.owner, this.ids.project);
  }
}

const viewerOf = async (system: System, owner: Client, project: string): Promise<Client> => {
  const { url } = expected(201, await owner.post(`/api/portal/${project}/links`, { label: 'Anna & Ben' }));
  const viewer = system.client();
  expected(303, await viewer.get(url));
  return viewer;
};

/** The newest there is: somebody joined. */
const noticeOf = async (owner: Client): Promise<string> =>
  until(async () => (await owner.get('/api/notifications/notices')).body.items[0]?.id, 15_000, 'nothing was told');

const mailedToken = async (system: System, email: string, page = 'invite'): Promise<string> => {
  const link = new RegExp(`/${page}#([\\w-]+)`);
  const mail = await system.mail.waitFor(
    ({ to, text }) => to.some((address) => address.includes(email)) && link.test(text),
  );
  return link.exec(mail.text)?.[1] ?? '';
};

const joinsAs = async (
  system: System,
  owner: Client,
  invite: object,
): Promise<{ client: Client; personId: string }> => {
  const client = system.client();
  const email = someone();
  expected(201, await owner.post('/api/identity/invitations', { email, ...invite }));
  const token = await mailedToken(system, email);
  const accepting = { token, name: 'Sam Somebody', password };
  const { accessToken, person } = expected(201, await client.post('/api/identity/invitations/accept', accepting));
  Object.assign(client, { email, password, accessToken });
  return { client, personId: person.id };
};
