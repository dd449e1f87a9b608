import { expected, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

/** Somebody who is signed in. */
export interface Somebody {
  readonly client: Client;
  readonly personId: string;
}

/** A company with one project, and those who join it; identity must run without a mail server. */
export class Crew {
  private constructor(
    private readonly system: System,
    readonly owner: Somebody,
    readonly companyId: string,
    readonly projectId: string,
  ) {}

  static async start(system: System): Promise<Crew> {
    const client = system.client();
    const { company, person } = await client.register();
    const body = expected(201, await client.post('/api/projects', { name: 'Porch on Elm Street' }));
    return new Crew(system, { client, personId: person.id }, company.id, body.id);
  }

  /** A new person joins: managers the company, the others a project. */
  async joins(role: 'manager' | 'subcontractor' | 'customer', wishes: { name?: string; projectId?: string } = {}) {
    const email = `${role}-${randomUUID().slice(0, 8)}@home.example`;
    const { name = 'Anna Home', projectId = this.projectId } = wishes;
    const client = this.system.client();
    const password = 'a quiet evening porch';
    const token = await this.invitation(email, role, projectId);
    const accepted = await client.post('/api/identity/invitations/accept', { token, name, password });
    const { accessToken, person } = expected(201, accepted);
    Object.assign(client, { email, password, accessToken });
    return { client, personId: String(person.id) };
  }

  /** Somebody with an account joins as well. */
  async joinsToo({ client }: Somebody, role: 'manager' | 'subcontractor' | 'customer', projectId = this.projectId) {
    const token = await this.invitation(client.email, role, projectId);
    const accepted = expected(201, await client.post('/api/identity/invitations/accept', { token }));
    client.accessToken = accepted.accessToken;
  }

  /** A new person who is an owner as well. */
  async secondOwner(): Promise<Somebody> {
    const second = await this.joins('manager');
    expected(204, await this.owner.client.patch(this.staff(second), { role: 'owner' }));
    return second;
  }

  /** The addresses of the company's and the project's people, or of one of them. */
  staff(of?: Somebody): string {
    return `/api/identity/companies/${this.companyId}/staff${of ? `/${of.personId}` : ''}`;
  }
  people(of?: Somebody): string {
    return `/api/identity/companies/${this.companyId}/people${of ? `/${of.personId}` : ''}`;
  }
  members(of?: Somebody, projectId = this.projectId): string {
    return `/api/identity/projects/${projectId}/members${of ? `/${of.personId}` : ''}`;
  }

  /** Invites an address; gives the token of its link. */
  async invitation(email: string, role: string, projectId = this.projectId): Promise<string> {
    const place = role === 'manager' ? { companyId: this.companyId } : { projectId };
    const invited = await this.owner.client.post('/api/identity/invitations', { email, role, ...place });
    return new URL(expected(201, invited).acceptUrl).hash.slice(1);
  }
}
