import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ContactAccess as ContactAccessReply } from '@porchlight/contracts';
import { Member, type Part, Staff } from '@porchlight/messaging';
import { type Caller, problems } from '@porchlight/platform';
import { contactReply } from '../client/client.mapper';
import type { Lead } from '../lead/lead.entity';
import { findLead } from '../lead/lead.repository';
import { contactState } from './contact-state';
import { Invitation } from './invitation.entity';
import { invitationOf } from './invitation-of';

/** How far each contact of a lead's client has come into the lead's portal. */
@Injectable()
export class ContactAccess {
  constructor(private readonly staff: Staff) {}

  list(caller: Caller, leadId: string): Promise<ContactAccessReply[]> {
    const sought = { find: findLead(leadId), missing: problems.notFound('lead') };
    return this.staff.whereFound(caller, 'lead.read', sought, (em, lead) => this.of(em, lead));
  }

  private async of(em: EntityManager, lead: Lead): Promise<ContactAccessReply[]> {
    const { companyId, reservedProjectId: projectId } = lead;
    const invitations = await em.find(Invitation, { companyId, projectId });
    const joined = await membersOf(em, { companyId, projectId }, invitations);
    const now = new Date();
    const contacts = lead.client.contacts.getItems();
    return contacts.map((contact) => {
      const invitation = invitationOf(contact, contacts, invitations, joined);
      const isMember = joined.has(invitation?.acceptedBy ?? '');
      return {
        ...contactReply(contact),
        state: contactState({ email: contact.email, invitation, isMember, now }),
        invitationId: invitation?.id ?? null,
        sentAt: invitation?.sentAt.toISOString() ?? null,
        expiresAt: invitation?.expiresAt.toISOString() ?? null,
      };
    });
  }
}

/** Those who accepted and have a part in the project, be it another than they were invited to. */
const membersOf = async (
  em: EntityManager,
  place: { readonly companyId: string; readonly projectId: string },
  invitations: readonly Invitation[],
): Promise<ReadonlySet<string>> => {
  const people = invitations.map(({ acceptedBy }) => acceptedBy).filter((personId) => personId !== null);
  const here = ({ companyId, projectId }: Part) =>
    companyId === place.companyId && (projectId === null || projectId === place.projectId);
  const members = await em.find(Member, { personId: { $in: people } });
  return new Set(members.filter(({ parts }) => parts.some(here)).map(({ personId }) => personId));
};
