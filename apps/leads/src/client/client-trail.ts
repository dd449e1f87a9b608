import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LeadActivity } from '@porchlight/contracts';
import { type Caller, type FieldChange, Hints } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { Lead } from '../lead/lead.entity';
import type { Client } from './client.entity';

/** A client with more leads than anybody reads is changed no slower for it. */
const mostLeads = 100;

/** What is done to a client is told in the trail of its newest leads, and once to the screens that show it or them. */
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
    const newest = { orderBy: { createdAt: 'desc', id: 'desc' }, limit: mostLeads } as const;
    const leads = await em.find(Lead, { companyId, client: id }, newest);
    for (const lead of leads) this.trail.write(em, lead, actor, action, told);
    await this.hints.tell(em, companyId, { type: 'client', id });
  }
}
