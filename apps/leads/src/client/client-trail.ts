import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LeadActivity } from '@porchlight/contracts';
import { type Caller, type FieldChange, Hints } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { Lead } from '../lead/lead.entity';
import type { Client } from './client.entity';

/** What is done to a client is told in the trail of each of its leads, and to the screens that show them. */
@Injectable()
export class ClientTrail {
  constructor(
    private readonly trail: Trail,
    private readonly hints: Hints,
  ) {}

  async note(
    em: EntityManager,
    { id, companyId }: Client,
    caller: Caller,
    action: LeadActivity['action'],
    told: { readonly subject?: string; readonly changes?: readonly FieldChange[] },
  ): Promise<void> {
    const actor = await this.trail.actor(em, caller);
    for (const lead of await em.find(Lead, { companyId, client: id })) {
      await this.trail.note(em, lead, actor, action, told);
      await this.hints.tell(em, companyId, { type: 'lead', id: lead.id });
    }
    await this.hints.tell(em, companyId, { type: 'client', id });
  }
}
