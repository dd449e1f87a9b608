import type { Invitation, Invite, InviteBatchReply } from '@porchlight/contracts';
import { type Api } from '../api/api';
import { Loaded, withItem } from '../api/loaded';
import { type Addressee } from './addresses';

/** Where somebody is invited to: a project, or the staff of a company. */
export type InvitedTo = { readonly projectId: string } | { readonly companyId: string };

export interface InvitationText {
  readonly role: Invite['role'];
  readonly message: string;
}

/** What became of one address of several. */
export interface InviteResult {
  readonly email: string;
  /** Null when the invitation stands. */
  readonly refusal: string | null;
}

const path = '/api/identity/invitations';

/** The invitations to one place, and what is done with them. */
export class Invitations {
  readonly list = new Loaded<Invitation[]>(() => this.api.all<Invitation>(path, { ...this.to() }));

  constructor(
    private readonly api: Api,
    private readonly to: () => InvitedTo,
  ) {}

  /** One alone: a refusal is thrown, for the form to show beside its field. */
  async invite(who: Addressee, text: InvitationText, key: string): Promise<Invitation> {
    return this.adopt(await this.api.post<Invitation>(path, this.body(who, text), { key }));
  }

  /** Several at once: each is answered for itself. */
  async inviteAll(everybody: readonly Addressee[], text: InvitationText, key: string): Promise<InviteResult[]> {
    const invitations = everybody.map((who) => this.body(who, text));
    const { results } = await this.api.post<InviteBatchReply>(`${path}/batch`, { invitations }, { key });
    await this.list.load();
    return results.map(({ email, status, error }) => ({
      email,
      refusal: status === 'refused' ? refusalOf(error) : null,
    }));
  }

  async resend({ id }: Invitation): Promise<Invitation> {
    return this.adopt(await this.api.post<Invitation>(`${path}/${id}/resend`));
  }

  async cancel(invitation: Invitation): Promise<void> {
    await this.api.delete(`${path}/${invitation.id}`);
    this.adopt({ ...invitation, status: 'revoked', acceptUrl: undefined });
  }

  private body({ email, name }: Addressee, { role, message }: InvitationText): Invite {
    return { ...this.to(), email, role, ...(name ? { name } : {}), ...(message.trim() ? { message } : {}) };
  }

  private adopt(invitation: Invitation): Invitation {
    this.list.change(withItem(invitation));
    return invitation;
  }
}

type BatchError = InviteBatchReply['results'][number]['error'];

const refusalOf = (error: BatchError): string =>
  error?.errors?.map(({ message }) => message).join('; ') ?? error?.detail ?? 'That was refused.';
