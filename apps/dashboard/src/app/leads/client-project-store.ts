import { inject, Injectable, signal } from '@angular/core';
import type { ContactAccess, Invitation, InvitedContacts, Lead, Publish } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';

export type Portal = NonNullable<Lead['portal']>;
export type InviteResult = InvitedContacts['results'][number];

/** What a lead's Client Project block knows and does. */
@Injectable()
export class ClientProjectStore {
  private readonly api = inject(Api);
  private readonly key = crypto.randomUUID();
  private leadId = '';
  /** The client's contacts, each with how far they have come into this portal. */
  readonly contacts = new Loaded<ContactAccess[]>(() => this.api.all<ContactAccess>(this.path('/contacts')));
  /** Published here, before the lead was read again. */
  readonly just = signal<Portal | null>(null);
  /** Where no mail server is set up: the links to hand over, by contact. */
  readonly links = signal<Readonly<Record<string, string>>>({});

  open({ id }: Lead): void {
    this.leadId = id;
    void this.contacts.load();
  }

  /** Once, however often: the same portal comes back. */
  async publish(publish: Publish): Promise<void> {
    const { portal } = await this.api.post<{ portal: Portal }>(this.path('/publish'), publish, { key: this.key });
    this.just.set(portal);
  }

  /** Makes the won lead's project the running one; published first, as `publish` says, where it is not yet. */
  async convert(publish?: Publish): Promise<Portal> {
    const { portal } = await this.api.post<{ portal: Portal }>(this.path('/convert'), publish ?? {});
    this.just.set(portal);
    return portal;
  }

  /** Each answered for itself. Whoever has a good invitation already keeps it: trying again sends nothing twice. */
  async invite(contactIds: readonly string[], message: string): Promise<readonly InviteResult[]> {
    const body = { contactIds, ...(message.trim() ? { message } : {}) };
    const { results } = await this.api.post<InvitedContacts>(this.path('/invitations'), body);
    for (const { contactId, acceptUrl } of results) this.handOver(contactId, acceptUrl);
    return results;
  }

  async resend({ id, invitationId }: ContactAccess): Promise<void> {
    const { acceptUrl } = await this.api.post<Invitation>(`/api/identity/invitations/${invitationId}/resend`);
    this.handOver(id, acceptUrl);
    await this.contacts.load();
  }

  async cancel({ id, invitationId }: ContactAccess): Promise<void> {
    await this.api.delete(`/api/identity/invitations/${invitationId}`);
    this.handOver(id, undefined);
    await this.contacts.load();
  }

  private handOver(contactId: string, url: string | undefined): void {
    this.links.update((links) => ({ ...links, [contactId]: url ?? '' }));
  }

  private path(rest: string): string {
    return `/api/leads/${this.leadId}${rest}`;
  }
}
