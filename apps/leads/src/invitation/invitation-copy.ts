import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type DataOf, invitationChangedV1, type mailUndeliveredV1, membershipChangedV1 } from '@porchlight/contracts';
import type { Delivery } from '@porchlight/messaging';
import { Hints } from '@porchlight/platform';
import { Portal } from '../portal/portal.entity';
import { Invitation } from './invitation.entity';

/** Keeps what identity and the mail server say of customers' invitations, and tells the screens of their leads. */
@Injectable()
export class InvitationCopy {
  constructor(private readonly hints: Hints) {}

  /**
   * Before an accepted invitation is stored here its membership is: identity told both in one transaction. So who
   * accepted and has no part is one who was removed, and never one whose part is still on its way.
   */
  async store(delivery: Delivery, data: DataOf<typeof invitationChangedV1>): Promise<void> {
    const { em } = delivery;
    const { invitationId: id, companyId, projectId, email, state, acceptedBy, generation = 1 } = data;
    if (projectId === null || data.role !== 'customer') {
      await em.nativeDelete(Invitation, { id });
      return;
    }
    if (acceptedBy !== null) delivery.mustBeFresh(membershipChangedV1, acceptedBy);
    // A newer sending is that of its address, whoever accepted an earlier one.
    await em.nativeUpdate(Invitation, { id, generation: { $lt: generation } }, { contactId: null });
    const [sentAt, expiresAt] = [new Date(data.sentAt), new Date(data.expiresAt)];
    const row = { id, companyId, projectId, email, state, generation, sentAt, expiresAt, acceptedBy };
    await em.upsert(Invitation, row, { onConflictExcludeFields: ['undeliveredGeneration', 'contactId'] });
    await this.hint(em, [projectId]);
  }

  /** An invitation unheard of is asked for; one that is no customer's is none of ours. */
  async undelivered(delivery: Delivery, data: DataOf<typeof mailUndeliveredV1>): Promise<void> {
    const { em } = delivery;
    const { reference: id, generation } = data;
    const known = await em.findOne(Invitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!known) return delivery.mustBeFresh(invitationChangedV1, id);
    known.undeliveredGeneration = Math.max(known.undeliveredGeneration ?? 0, generation);
    await this.hint(em, [known.projectId]);
  }

  /** Somebody's memberships are others now: the leads whose portals they were invited to show it. */
  async membersChanged(em: EntityManager, personId: string): Promise<void> {
    const accepted = await em.find(Invitation, { acceptedBy: personId });
    await this.hint(
      em,
      accepted.map(({ projectId }) => projectId),
    );
  }

  private async hint(em: EntityManager, projectIds: readonly string[]): Promise<void> {
    for (const { companyId, leadId } of await em.find(Portal, { projectId: { $in: [...projectIds] } }))
      if (leadId !== null) await this.hints.tell(em, companyId, { type: 'lead', id: leadId });
  }
}
