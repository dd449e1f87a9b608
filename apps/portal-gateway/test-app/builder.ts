import type { Client, System } from '@porchlight/testing';

/** A builder with a project, through the real services. */
export class Builder {
  private version = 1;

  private constructor(
    readonly client: Client,
    readonly projectId: string,
    readonly companyId: string,
  ) {}

  static async start(system: System): Promise<Builder> {
    const client = system.client();
    const { company } = await client.register();
    const { status, body } = await client.post('/api/projects', { name: 'Lakeside kitchen' });
    if (status !== 201) throw new Error(`no project: ${status} ${JSON.stringify(body)}`);
    return new Builder(client, body.id, company.id);
  }

  /** Makes a link; gives its id, its address and the token in it. */
  async link(wishes: object = {}): Promise<{ id: string; url: string; token: string }> {
    const { status, body } = await this.client.post(this.api('/links'), { label: 'Anna & Ben', ...wishes });
    if (status !== 201) throw new Error(`no link: ${status} ${JSON.stringify(body)}`);
    return { id: body.id, url: body.url, token: new URL(body.url).searchParams.get('token') ?? '' };
  }

  async revoke(linkId: string): Promise<void> {
    const { status, body } = await this.client.delete(this.api(`/links/${linkId}`));
    if (status !== 200 || body.status !== 'revoked') throw new Error(`not revoked: ${status} ${JSON.stringify(body)}`);
  }

  /** A change that every screen shows. */
  async rename(name: string): Promise<void> {
    const { status, body } = await this.client.patch(
      `/api/projects/${this.projectId}`,
      { name },
      { ifMatch: this.version },
    );
    if (status !== 200) throw new Error(`not renamed: ${status} ${JSON.stringify(body)}`);
    this.version = body.version;
  }

  api(path = ''): string {
    return `/api/portal/${this.projectId}${path}`;
  }

  page(query = ''): string {
    return `/portal/${this.projectId}${query}`;
  }
}

/** Opens a link as a browser does; gives the visitor with the cookie. */
export const openLink = async (system: System, url: string): Promise<Client> => {
  const visitor = system.client();
  const { status } = await visitor.get(url);
  if (status !== 303) throw new Error(`the link did not open: ${status}`);
  return visitor;
};
