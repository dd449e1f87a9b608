import { Injectable } from '@nestjs/common';
import { type Convert, leadConvertedV1 } from '@porchlight/contracts';
import { Outbox, Staff } from '@porchlight/messaging';
import { type Caller, Hints, problems } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { publishedReply, type PublishedPortal } from './lead.mapper';
import { holdLead } from './lead.repository';
import { PublishingService } from './publishing.service';

/** A won lead becomes the running project. */
@Injectable()
export class ConvertingService {
  constructor(
    private readonly staff: Staff,
    private readonly publishing: PublishingService,
    private readonly outbox: Outbox,
    private readonly trail: Trail,
    private readonly hints: Hints,
  ) {}

  /** Publishes first where that was not done. Pressed again it changes nothing. */
  convert(caller: Caller, leadId: string, input: Convert): Promise<PublishedPortal> {
    const sought = { find: holdLead(leadId), missing: problems.notFound('lead') };
    return this.staff.whereFound(caller, 'lead.publish', sought, async (em, lead) => {
      const { id, companyId, stage: from } = lead;
      const actor = await this.trail.actor(em, caller);
      const { portal } = await this.publishing.publishOnce(em, lead, input, actor);
      if (from !== 'won') lead.change({ stage: 'won' });
      if (!portal.convert() && from === 'won') return publishedReply(portal);
      const { projectId, version: aggregateVersion } = portal;
      const data = { projectId, companyId, leadId: id, actor };
      await this.outbox.add(em, leadConvertedV1, { companyId, aggregateId: projectId, aggregateVersion, data });
      const changes = from === 'won' ? [] : [{ field: 'stage', from, to: 'won' }];
      await this.trail.note(em, lead, actor, 'converted', { changes });
      await this.hints.tell(em, companyId, { type: 'lead', id });
      return publishedReply(portal);
    });
  }
}
