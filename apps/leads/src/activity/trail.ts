import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LeadActivity } from '@porchlight/contracts';
import { Member } from '@porchlight/messaging';
import { type Caller, type FieldChange, Hints } from '@porchlight/platform';
import { v7 } from 'uuid';
import { Activity } from './activity.entity';

interface Told {
  /** What it was done to, where that is not the lead itself: the name of a contact or a file. */
  readonly subject?: string;
  readonly changes?: readonly FieldChange[];
}

/** Tells of what happened to a lead, in the transaction in which it happens: a row in its trail, a hint to open screens. */
@Injectable()
export class Trail {
  constructor(private readonly hints: Hints) {}

  /** `actor` is a name: that of the caller (`actor`), or of what no person did. */
  async note(
    em: EntityManager,
    lead: { readonly id: string; readonly companyId: string },
    actor: string,
    action: LeadActivity['action'],
    { subject, changes = [] }: Told = {},
  ): Promise<void> {
    // A lead that is new is there before what is told of it.
    await em.flush();
    this.write(em, lead, actor, action, { subject, changes });
    await this.hints.tell(em, lead.companyId, { type: 'lead', id: lead.id });
  }

  /** In the trail alone, for what many leads have in common: one hint for all of them is up to the caller. */
  write(
    em: EntityManager,
    lead: { readonly id: string; readonly companyId: string },
    actor: string,
    action: LeadActivity['action'],
    { subject, changes = [] }: Told = {},
  ): void {
    const row = new Activity();
    row.id = v7();
    row.companyId = lead.companyId;
    row.leadId = lead.id;
    row.at = new Date();
    row.actorName = actor;
    row.action = action;
    row.subject = subject ?? null;
    row.changes = [...changes];
    em.persist(row);
  }

  /** What the caller is called in the trail. They were let in, so we know them. */
  async actor(em: EntityManager, { personId }: Caller): Promise<string> {
    return (await em.findOneOrFail(Member, personId)).name;
  }
}
