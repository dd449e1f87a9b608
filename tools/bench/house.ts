import { Client, type Reply, type System } from '@porchlight/testing';

const sentence = (count: number): string =>
  [
    'The cabinets are in and level, the counter is measured for on Thursday.',
    'Rain kept the roofers away for two days; the finish date stays where it is.',
    'Please choose the tiles by Friday, the two samples are on the window sill.',
    'Your electrician comes back for the outlets at the island on Tuesday.',
    'We found the old chimney behind the wall and closed it off, nothing changes for you.',
  ][count % 5] ?? '';

/** The cookie of somebody who may look, and where to. */
export interface Seat {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A project with a portal of the usual 2 KB, and a way to change it. */
export class House {
  private version = 0;
  private edits = 0;

  private constructor(
    readonly builder: Client,
    readonly projectId: string,
    private readonly system: System,
  ) {}

  static async build(system: System, owner: Client, name = 'Edit 0'): Promise<House> {
    // Straight to the service: the proxy of the tests is no part of what is measured.
    const builder = Object.assign(new Client(system.url('projects')), { accessToken: owner.accessToken });
    const project = created(await builder.post('/api/projects', { name }));
    const house = new House(builder, project.id, system);
    for (let count = 0; count < 3; count++)
      created(await builder.post(`${house.path}/updates`, { text: `${sentence(count)} ${sentence(count + 1)}` }));
    for (let count = 0; count < 4; count++) {
      const item = { title: `Choose number ${count}`, detail: sentence(count), kind: 'selection', section: 'planning' };
      created(await builder.post(`${house.path}/items`, item));
    }
    return house;
  }

  get path(): string {
    return `/api/projects/${this.projectId}`;
  }

  /** A link of the house, opened. */
  async seat(owner: Client): Promise<Seat> {
    const portal = `/api/portal/${this.projectId}`;
    const link = created(await owner.post(`${portal}/links`, { label: 'Anna & Ben' }));
    const visitor = this.system.client();
    await visitor.get(link.url);
    return {
      path: `${portal}/live`,
      headers: { origin: this.system.origin, cookie: visitor.cookies.headerFor(portal) },
    };
  }

  /** Makes the portal larger by about so many bytes that no compression shrinks away. */
  async grow(bytes: number): Promise<void> {
    for (let left = bytes; left > 0; left -= 2_000) {
      const detail = Buffer.from(crypto.getRandomValues(new Uint8Array(1_500))).toString('base64');
      const item = { title: 'To decide', detail, kind: 'information', section: 'planning' };
      created(await this.builder.post(`${this.path}/items`, item));
    }
  }

  /** The next edit; gives its number once it is accepted. Nobody else may change the project's head. */
  async edit(): Promise<number> {
    this.version ||= created(await this.builder.get(this.path)).version;
    const number = ++this.edits;
    const name = `Edit ${number}`;
    this.version = created(await this.builder.patch(this.path, { name }, { ifMatch: this.version })).version;
    return number;
  }
}

/** Somebody new with a company. */
export const owner = async (system: System): Promise<Client> => {
  const client = system.client();
  await client.register();
  return client;
};

const created = ({ status, body }: Reply): { id: string; url: string; version: number } => {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};
