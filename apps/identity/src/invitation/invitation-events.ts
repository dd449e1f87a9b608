import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { invitationAcceptedV1, invitationChangedV1, invitationSentV1 } from '@porchlight/contracts';
import { Outbox, StateSources } from '@porchlight/messaging';
import { Transactions } from '@porchlight/platform';
import { Invitation } from './invitation.entity';
import { invitationState } from './invitation.mapper';
import { Sendings } from './sendings';

/** Tells the other services how invitations stand, and which mails about them are due. */
@Injectable()
export class InvitationEvents implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly sources: StateSources,
    private readonly transactions: Transactions,
    private readonly sendings: Sendings,
  ) {}

  /** An invitation from before its states were told is told of when somebody asks. */
  onModuleInit(): void {
    this.sources.onMissing(invitationChangedV1, (id) => this.tellOld(id));
  }

  /** A new link, which is mailed where a mail server is set up; elsewhere it is shown instead. */
  async sent(em: EntityManager, invitation: Invitation): Promise<void> {
    await this.changed(em, invitation);
    if (!invitation.mailed) return;
    const sending = this.ofThisSending(invitation);
    const language = invitation.language ?? undefined;
    await this.outbox.add(em, invitationSentV1, { ...sending, data: { ...sending.data, language } });
  }

  /** Somebody joined, of which who invited is told. */
  async accepted(em: EntityManager, invitation: Invitation, who: string): Promise<void> {
    await this.changed(em, invitation);
    const sending = this.ofThisSending(invitation);
    const data = { ...sending.data, projectId: invitation.projectId, who };
    await this.outbox.add(em, invitationAcceptedV1, { ...sending, data });
  }

  async changed(em: EntityManager, invitation: Invitation): Promise<void> {
    await em.flush();
    await this.outbox.add(em, invitationChangedV1, {
      companyId: invitation.companyId,
      aggregateId: invitation.id,
      aggregateVersion: invitation.version,
      data: invitationState(invitation),
    });
  }

  private ofThisSending({ id, companyId, generation }: Invitation) {
    return { companyId, aggregateId: id, aggregateVersion: generation, data: { invitationId: id, generation } };
  }

  private tellOld(id: string): Promise<boolean> {
    return this.transactions.run({ capabilityId: id }, async (em) => {
      const invitation = await em.findOne(Invitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!invitation) return false;
      // Two that ask at once are both answered: told twice is told.
      invitation.tellAnew();
      await this.changed(em, invitation);
      return true;
    });
  }
}
