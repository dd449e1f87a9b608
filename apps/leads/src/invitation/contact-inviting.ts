import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { invitationChangedV1, type InviteContacts, type InvitedContacts } from '@porchlight/contracts';
import { type Place, Staff, States } from '@porchlight/messaging';
import { type Caller, Hints, problems } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { Client, type Contact } from '../client/client.entity';
import { Readdressing } from '../client/readdressing';
import type { Lead } from '../lead/lead.entity';
import { holdLead, portalOf } from '../lead/lead.repository';
import { PublishingService } from '../lead/publishing.service';
import { CustomerInvitations, type Invited } from './customer-invitations';
import { unanswered, unknown, withoutAddress } from './refusals';
import { isTold, lostTo } from './sendings';

type Result = InvitedContacts['results'][number];

/** A contact that can be invited, with the address they had when it was asked. */
interface Guest {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}
interface Invitable {
  readonly lead: Lead;
  readonly guests: ReadonlyMap<string, Guest>;
  readonly refused: ReadonlyMap<string, Result>;
  /** The sendings whose mail came back, by address. */
  readonly lost: ReadonlyMap<string, number>;
}

/** Invites contacts of a lead's client to its portal, each answered for itself. To ask again is safe. */
@Injectable()
export class ContactInviting {
  constructor(
    private readonly staff: Staff,
    private readonly publishing: PublishingService,
    private readonly invitations: CustomerInvitations,
    private readonly readdressing: Readdressing,
    private readonly states: States,
    private readonly trail: Trail,
    private readonly hints: Hints,
  ) {}

  async invite(caller: Caller, leadId: string, { contactIds, message }: InviteContacts): Promise<InvitedContacts> {
    const { lead, guests, refused, lost } = await this.prepare(caller, leadId, [...new Set(contactIds)]);
    // Two contacts may share one address, and so one invitation.
    const customers = new Map(
      [...guests.values()].map(({ email, name }) => {
        const sending = lost.get(email);
        return [email, { email, name, ...(sending !== undefined && { lost: sending }) }];
      }),
    );
    const place = { projectId: lead.reservedProjectId, message: message || null };
    const answers = await this.invitations.ask(caller, place, [...customers.values()]);
    await this.settle(caller, lead, [...guests.values()], answers);
    const results = contactIds.map((contactId): Result => {
      const email = guests.get(contactId)?.email;
      const answer = email === undefined ? undefined : answers.get(email);
      return refused.get(contactId) ?? { ...(answer?.result ?? unanswered), contactId };
    });
    return { results };
  }

  /** Who can be invited at all. The first invitation of a captured lead publishes it; one of nobody does not. */
  private prepare(caller: Caller, leadId: string, contactIds: readonly string[]): Promise<Invitable> {
    const sought = { find: holdLead(leadId), missing: problems.notFound('lead') };
    return this.staff.whereFound(caller, 'member.invite', sought, async (em, lead) => {
      const contacts = new Map(lead.client.contacts.getItems().map((contact) => [contact.id, contact]));
      const refused = new Map<string, Result>();
      const guests = new Map<string, Guest>();
      for (const id of contactIds) {
        const contact = contacts.get(id);
        if (contact && hasAddress(contact)) guests.set(id, { id, name: contact.name, email: contact.email });
        else refused.set(id, contact ? withoutAddress(id) : unknown(id));
      }
      const portal = await portalOf(em, lead);
      if (!portal) throw problems.conflict('conflict', 'Publish the project first, then invite.');
      if (guests.size > 0) await this.publishing.publishOnce(em, lead, {}, await this.trail.actor(em, caller));
      const lost = await lostTo(
        em,
        lead,
        [...guests.values()].map(({ email }) => email),
      );
      return { lead, guests, refused, lost };
    });
  }

  /** Notes who was invited. Whose address changed meanwhile is invited under the new one. */
  private async settle(
    caller: Caller,
    { id: leadId, companyId, client: { id: clientId } }: Lead,
    guests: readonly Guest[],
    answers: ReadonlyMap<string, Invited>,
  ): Promise<void> {
    const invited = guests.flatMap((guest) => {
      const invitationId = answers.get(guest.email)?.invitationId;
      return invitationId === undefined ? [] : [{ ...guest, invitationId }];
    });
    if (invited.length === 0) return;
    // The next look at the contacts shows it, whether the bus was quicker or not.
    const ids = [...new Set(invited.map(({ invitationId }) => invitationId))];
    await Promise.allSettled(ids.map((id) => this.states.fetch(invitationChangedV1, id)));
    const find = (em: EntityManager, place: Place) =>
      em.findOne(Client, { id: clientId, companyId: place.companyId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const sought = { find, missing: problems.notFound('client') };
    await this.staff.whereFound(caller, 'member.invite', sought, async (em, client) => {
      await em.populate(client, ['contacts']);
      const actor = await this.trail.actor(em, caller);
      for (const { id, name, email, invitationId } of invited) {
        await this.readdressing.tell(em, client, id, email, caller);
        if (await isTold(em, { leadId, name, invitationId })) continue;
        await this.trail.note(em, { id: leadId, companyId }, actor, 'invited', { subject: name });
      }
      await this.hints.tell(em, companyId, { type: 'lead', id: leadId });
    });
  }
}

const hasAddress = (contact: Contact): contact is Contact & { readonly email: string } => contact.email !== null;
