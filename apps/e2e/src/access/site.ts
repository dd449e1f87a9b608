import { expected, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Screen } from './screen';

/** Somebody signed in on one device. */
export interface Somebody {
  readonly client: Client;
  readonly personId: string;
}

export interface Link {
  readonly id: string;
  readonly url: string;
}

/** One project with everybody who can look at it, and a screen of each on every gateway. */
export class Site {
  private version = 1;
  private change = 0;
  private writing: Promise<void> | null = null;

  private constructor(
    private readonly system: System,
    readonly owner: Client,
    readonly companyId: string,
    readonly projectId: string,
  ) {}

  static async start(system: System): Promise<Site> {
    const owner = system.client();
    const { company } = await owner.register();
    const body = expected(201, await owner.post('/api/projects', { name: 'Change 0' }));
    return new Site(system, owner, company.id, body.id);
  }

  get portal(): string {
    return `/api/portal/${this.projectId}`;
  }

  /** Joins by the link in the mail. */
  async joins(role: 'manager' | 'customer'): Promise<Somebody> {
    const email = `${role}-${randomUUID().slice(0, 8)}@home.example`;
    const place = role === 'manager' ? { companyId: this.companyId } : { projectId: this.projectId };
    expected(201, await this.owner.post('/api/identity/invitations', { email, role, ...place }));
    const client = this.system.client();
    const password = 'a quiet evening porch';
    const accept = { token: await this.mailedToken(email, 'invite'), name: 'Anna Home', password };
    const body = expected(201, await client.post('/api/identity/invitations/accept', accept));
    Object.assign(client, { email, password, accessToken: body.accessToken });
    return { client, personId: body.person.id };
  }

  /** The same person on another device. */
  async alsoOn({ client, personId }: Somebody): Promise<Somebody> {
    const other = this.system.client();
    await other.signIn(client.email, client.password);
    return { client: other, personId };
  }

  async link(label: string): Promise<Link> {
    const body = expected(201, await this.owner.post(`${this.portal}/links`, { label }));
    return { id: body.id, url: body.url };
  }

  async mailedToken(email: string, page: 'invite' | 'reset-password'): Promise<string> {
    const address = new RegExp(`/${page}#([\\w-]+)`);
    const mail = await this.system.mail.waitFor(({ to, text }) => to.includes(email) && address.test(text));
    return address.exec(mail.text)?.[1] ?? '';
  }

  /** Opens the portal as somebody signed in, on every gateway. */
  async screensOf(whose: string, { client }: Somebody): Promise<Screen[]> {
    expected(201, await client.post(`${this.portal}/sessions`));
    return this.screens(whose, client);
  }

  /** Opens a link, on every gateway. */
  async screensAt(whose: string, url: string): Promise<Screen[]> {
    const visitor = this.system.client();
    expected(303, await visitor.get(url));
    return this.screens(whose, visitor);
  }

  /** The number of the latest change that somebody began to make. */
  get latest(): number {
    return this.change;
  }

  /** The owner renames the project, one change right after another, until the given end. */
  write(until: AbortSignal): void {
    this.writing = (async () => {
      while (!until.aborted) {
        this.change += 1;
        const name = `Change ${this.change}`;
        const reply = await this.owner.patch(`/api/projects/${this.projectId}`, { name }, { ifMatch: this.version });
        this.version = expected(200, reply).version;
      }
    })();
  }

  /** Rejects if a change could not be made. */
  async written(): Promise<void> {
    await this.writing;
  }

  private screens(whose: string, client: Client): Promise<Screen[]> {
    const headers = { cookie: client.cookies.headerFor(this.portal), origin: this.system.origin };
    return Promise.all(
      this.system.gateways.map(({ url }, index) =>
        Screen.open(`${whose} at gateway ${index}`, url, this.projectId, headers),
      ),
    );
  }
}

/** The number of a change by the name it gave. */
export const changeOf = (name: string): number => Number(/^Change (\d+)$/.exec(name)?.[1] ?? Number.NaN);
