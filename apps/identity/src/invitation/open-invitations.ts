import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { InvitationEvents } from './invitation-events';
import { Invitation } from './invitation.entity';

/** What an address is still invited to in a company. */
@Injectable()
export class OpenInvitations {
  constructor(private readonly events: InvitationEvents) {}

  /** Cancels all of it, in the company's scope. The transaction must hold no person's row: who accepts locks that after. */
  async cancel(em: EntityManager, companyId: string, email: string): Promise<void> {
    const open = await em.find(
      Invitation,
      { companyId, email, state: 'pending' },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    for (const invitation of open) if (invitation.revoke()) await this.events.changed(em, invitation);
  }
}
