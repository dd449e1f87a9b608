import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type ChangeLead, type CreateLead, type Lead as LeadReply, leadDeletedV1 } from '@porchlight/contracts';
import { Outbox, Staff } from '@porchlight/messaging';
import { type Caller, fieldChanges, Hints, problems } from '@porchlight/platform';
import { v7 } from 'uuid';
import { Trail } from '../activity/trail';
import type { Client } from '../client/client.entity';
import { ClientService } from '../client/client.service';
import { LeadFiles } from '../file/lead-files';
import { holdId } from '../page';
import { LeadShells } from '../portal/lead-shells';
import { Lead } from './lead.entity';
import { replyOf } from './lead-replies';
import { findLead, holdLead, portalOf } from './lead.repository';
import { requireStaff } from './owners';

const noLead = () => problems.notFound('lead');

/** What the trail tells of an edit. */
const told = [
  'siteAddress',
  'projectType',
  'source',
  'stage',
  'lostReason',
  'estimatedValue',
  'nextStep',
  'nextStepOn',
  'notes',
  'owner',
] as const;

@Injectable()
export class LeadService {
  constructor(
    private readonly staff: Staff,
    private readonly clients: ClientService,
    private readonly shells: LeadShells,
    private readonly files: LeadFiles,
    private readonly trail: Trail,
    private readonly hints: Hints,
    private readonly outbox: Outbox,
  ) {}

  get(caller: Caller, id: string): Promise<LeadReply> {
    return this.staff.whereFound(caller, 'lead.read', { find: findLead(id), missing: noLead() }, replyOf);
  }

  /** The id decides: a repeated creation answers what the first one made. Whoever adds a lead looks after it, unless said otherwise. */
  create(caller: Caller, companyId: string | undefined, id: string, input: CreateLead): Promise<LeadReply> {
    return this.staff.inCompany(caller, companyId, 'lead.change', async (em, place) => {
      await holdId(em, id);
      const existing = await findLead(id)(em, place);
      if (existing) return replyOf(em, existing);
      const { ownerId = caller.personId } = input;
      if (ownerId !== null) await requireStaff(em, place, ownerId);
      const lead = Lead.open(id, await this.clientFor(em, place.companyId, input), { ...input, ownerId });
      em.persist(lead);
      await this.trail.note(em, lead, await this.trail.actor(em, caller), 'created');
      return replyOf(em, lead);
    });
  }

  change(caller: Caller, id: string, version: number, changes: ChangeLead): Promise<LeadReply> {
    const sought = { find: holdLead(id), missing: noLead() };
    return this.staff.whereFound(caller, 'lead.change', sought, async (em, lead, place) => {
      const before = await replyOf(em, lead);
      if (lead.version !== version) throw problems.stale(before);
      if (Object.keys(changes).length === 0) return before;
      const { ownerId } = changes;
      // Who was on the staff once may stay where they stand.
      if (ownerId && ownerId !== lead.ownerId) await requireStaff(em, place, ownerId);
      lead.change(changes);
      const after = await replyOf(em, lead);
      const changed = fieldChanges(before, after, told);
      if (changed.length > 0)
        await this.trail.note(em, lead, await this.trail.actor(em, caller), 'changed', { changes: changed });
      return after;
    });
  }

  /** With all that hangs on it but its client. A published project cannot be deleted, and so its lead stays. */
  delete(caller: Caller, id: string, version: number): Promise<void> {
    const sought = { find: holdLead(id), missing: noLead() };
    return this.staff.whereFound(caller, 'lead.delete', sought, async (em, lead) => {
      const portal = await portalOf(em, lead);
      if (portal && !portal.isShell)
        throw problems.conflict('lead_published', 'The project is published; archive the project instead.');
      if (lead.version !== version) throw problems.stale(await replyOf(em, lead));
      await this.shells.discard(em, lead);
      await this.files.leave(em, lead);
      const { id, companyId } = lead;
      await em.nativeDelete(Lead, { id });
      await this.hints.tell(em, companyId, { type: 'lead', id });
      await this.outbox.add(em, leadDeletedV1, {
        companyId,
        aggregateId: id,
        aggregateVersion: version + 1,
        data: { leadId: id, companyId },
      });
    });
  }

  private async clientFor(em: EntityManager, companyId: string, input: CreateLead): Promise<Client> {
    if (input.clientId !== undefined) return this.clients.require(em, companyId, input.clientId);
    if (input.client !== undefined) return this.clients.make(em, companyId, v7(), input.client);
    throw problems.invalid('client', 'give either a client or the id of one');
  }
}
