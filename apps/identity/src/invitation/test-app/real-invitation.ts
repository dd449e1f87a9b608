import { expect } from '@jest/globals';
import type { Client, Reply } from '@porchlight/testing';
import type { InvitationModel, Visitor, Words } from './invitation-model';
import {
  ACCEPT,
  expire,
  INSPECT,
  INVITATIONS,
  tokenOfSending,
  me,
  OPENED,
  RENEW,
  signUp,
  someone,
  type Site,
} from './site';

interface Row {
  readonly id: string;
  readonly generation: number;
  readonly version: number;
  readonly told_version: string;
  readonly told: string;
}

/** The same address and project in a running Porchlight, reached over HTTP as builders and guests do. */
export class RealInvitation {
  private readonly email = someone();
  private readonly guest: Client;
  private id = '';
  private lastVersion = 0;

  constructor(private readonly at: Site) {
    this.guest = at.system.client();
  }

  async invite({ role, message }: Words): Promise<Reply> {
    const { projectId, owner } = this.at;
    const reply = await owner.post(INVITATIONS, { email: this.email, role, projectId, ...(message && { message }) });
    if (reply.status !== 201) return reply;
    // One address and one place have one invitation for ever.
    if (this.id) expect(reply.body.id).toBe(this.id);
    this.id = reply.body.id;
    return reply;
  }

  resend(): Promise<Reply> {
    return this.at.owner.post(`${INVITATIONS}/${this.id}/resend`);
  }

  cancel(): Promise<Reply> {
    return this.at.owner.delete(`${INVITATIONS}/${this.id}`);
  }

  async accept(generation: number, visitor: Visitor, model: InvitationModel): Promise<Reply> {
    const token = tokenOfSending(this.id, generation);
    const as = { nobody: this.at.system.client(), stranger: this.at.owner, invited: this.guest }[visitor];
    const reply = await as.post(ACCEPT, { token, ...(as.accessToken === null && signUp) });
    if (reply.status !== 201) return reply;
    this.guest.accessToken = reply.body.accessToken;
    expect(reply.body.membership).toMatchObject({ projectId: this.at.projectId, role: model.words.role });
    return reply;
  }

  async inspect(generation: number, model: InvitationModel): Promise<Reply> {
    const reply = await this.byLink(INSPECT, generation);
    if (reply.status === 200)
      expect(reply.body).toMatchObject({
        status: model.status,
        role: model.words.role,
        email: this.email,
        known: model.hasAccount,
        renewable: model.status === 'expired',
      });
    return reply;
  }

  open(generation: number): Promise<Reply> {
    return this.byLink(OPENED, generation);
  }

  renew(generation: number): Promise<Reply> {
    return this.byLink(RENEW, generation);
  }

  async expire(): Promise<void> {
    await expire(this.at.system, this.id);
  }

  async tenMinutesPass(): Promise<void> {
    const text = `update invitation set renewed_at = renewed_at - interval '10 minutes' where id = $1`;
    await this.at.system.sql('identity', text, [this.id]);
  }

  async removeMember(): Promise<Reply> {
    const { person } = await me(this.guest);
    return this.at.owner.delete(`/api/identity/projects/${this.at.projectId}/members/${person.id}`);
  }

  /** Everything that can be seen of it is as the model says, and so is what other services were told. */
  async expectToBe(model: InvitationModel): Promise<void> {
    const { items } = (await this.at.owner.get(`${INVITATIONS}?projectId=${this.at.projectId}`)).body;
    const seen = items
      .filter(({ email }: { email: string }) => email === this.email)
      .map(({ id, status, role, openedAt }: Record<string, unknown>) => ({
        id,
        status,
        role,
        opened: openedAt !== null,
      }));
    const { status, opened, words, generation } = model;
    expect(seen).toEqual(model.exists ? [{ id: this.id, status, role: words.role, opened }] : []);
    if (model.hasAccount) {
      const { memberships } = await me(this.guest);
      expect(memberships.map(({ role }: { role: string }) => role)).toEqual(model.isMember ? [words.role] : []);
    }
    if (!model.exists) return;
    const [row] = await this.at.system.sql<Row>(
      'identity',
      `select generation, i.version, s.version as told_version, s.envelope::jsonb -> 'data' ->> 'state' as told
       from invitation i join latest_state s on s.aggregate_id = i.id where i.id = $1`,
      [this.id],
    );
    expect(row?.generation).toBe(generation);
    expect(row?.told).toBe(status === 'expired' ? 'pending' : status);
    expect(Number(row?.told_version)).toBe(row?.version);
    expect(row?.version).toBeGreaterThanOrEqual(this.lastVersion);
    this.lastVersion = row?.version ?? 0;
  }

  private byLink(path: string, generation: number): Promise<Reply> {
    return this.at.system.client().post(path, { token: tokenOfSending(this.id, generation) });
  }
}
