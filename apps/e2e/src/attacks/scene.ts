import { until, type Client, type Reply, type System } from '@porchlight/testing';
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

/** identity's signing key, made here so that tokens can be forged that are wrong in one thing alone. */
export interface Signer {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly kid: string;
}

export const newSigner = (): Signer => ({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }), kid: randomUUID() });

export const asSigningKeys = ({ privateKey, kid }: Signer): string =>
  JSON.stringify([{ ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' }]);

export const password = 'a long and quiet street';

const wanted = (reply: Reply, status: number): Reply => {
  if (reply.status !== status) throw new Error(`no scene: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
};

/** A company with a published project, somebody who works there, and another company that is the attacker's. */
export class Scene {
  private constructor(
    readonly system: System,
    readonly owner: Client,
    readonly stranger: Client,
    readonly sub: Client,
    readonly home: { readonly companyId: string; readonly leadId: string; readonly projectId: string },
    readonly foreign: { readonly companyId: string; readonly leadId: string; readonly projectId: string },
  ) {}

  static async set(system: System): Promise<Scene> {
    const [owner, stranger] = [system.client(), system.client()];
    const [home, foreign] = [await found(owner), await found(stranger)];
    const invited = await invite(system, owner, { role: 'subcontractor', projectId: home.projectId });
    const sub = system.client();
    const reply = await sub.post(acceptPath, { token: invited.token, name: 'Sam Sub', password });
    sub.accessToken = wanted(reply, 201).body.accessToken;
    return new Scene(system, owner, stranger, sub, home, foreign);
  }

  /** Somebody signed out. */
  get nobody(): Client {
    return this.system.client();
  }

  /** Invites somebody new to the project. */
  invite(role: 'customer' | 'subcontractor' = 'customer'): Promise<Invited> {
    return invite(this.system, this.owner, { role, projectId: this.home.projectId });
  }

  accept(token: string, more: object = {}, client = this.nobody): Promise<Reply> {
    return client.post(acceptPath, { token, name: 'Anna', password, ...more });
  }

  inspect(token: string): Promise<Reply> {
    return this.nobody.post('/api/identity/invitations/inspect', { token });
  }

  /** A new share link of the company's own or of the attacker's project. */
  async link(whose: 'home' | 'foreign' = 'home'): Promise<{ id: string; url: string; token: string }> {
    const [client, { projectId }] = whose === 'home' ? [this.owner, this.home] : [this.stranger, this.foreign];
    const { body } = wanted(await client.post(`/api/portal/${projectId}/links`, { label: 'Anna & Ben' }), 201);
    return { id: body.id, url: body.url, token: new URL(body.url).searchParams.get('token') ?? '' };
  }

  /** A homeowner who opened a link; their cookie opens the portal. */
  async visitor(url: string): Promise<Client> {
    const visitor = this.nobody;
    wanted(await visitor.get(url), 303);
    return visitor;
  }
}

export interface Invited {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

const acceptPath = '/api/identity/invitations/accept';

const invite = async (system: System, client: Client, wishes: object): Promise<Invited> => {
  const email = `${randomUUID()}@guest.example`;
  const { body } = wanted(await client.post('/api/identity/invitations', { email, ...wishes }), 201);
  return { id: body.id, email, token: await mailedToken(system, email) };
};

/** The token of the newest invitation mailed to somebody, of a sending after `before` where that is given. */
export const mailedToken = async (system: System, email: string, before?: string): Promise<string> => {
  const tokenIn = (text: string): string | undefined => /\/invite#([\w-]+)/.exec(text)?.[1];
  const isNew = (token: string | undefined): boolean => token !== undefined && token !== before;
  const mail = await system.mail.waitFor(({ to, text }) => to.includes(email) && isNew(tokenIn(text)));
  return tokenIn(mail.text) ?? '';
};

const found = async (owner: Client): Promise<{ companyId: string; leadId: string; projectId: string }> => {
  const { company } = await owner.register();
  const lead = wanted(await owner.post('/api/leads', { projectType: 'Kitchen', client: { name: 'Anna' } }), 201);
  const published = wanted(
    await owner.post(`/api/leads/${lead.body.id}/publish`, { name: 'Maple Street', welcomeMessage: 'Welcome.' }),
    201,
  );
  const projectId: string = published.body.portal.projectId;
  await until(async () => (await owner.get(`/api/projects/${projectId}`)).status === 200, 10_000);
  return { companyId: company.id, leadId: lead.body.id, projectId };
};
