import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, invitationChangedV1 } from '@porchlight/contracts';
import { Invitation } from './invitation.entity';

/** Keeps the copy of invitations. */
@Injectable()
export class Invitations {
  /** Takes over the whole state of one; messaging has made sure that it is newer. */
  async store(em: EntityManager, state: DataOf<typeof invitationChangedV1>): Promise<void> {
    await em.upsert(Invitation, {
      id: state.invitationId,
      companyId: state.companyId,
      projectId: state.projectId,
      email: state.email,
      name: state.name,
      role: state.role,
      state: state.state,
      acceptedBy: state.acceptedBy,
    });
  }
}
