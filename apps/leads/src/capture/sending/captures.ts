import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { leadCapturedV1 } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { Hints, oneAtATime, Transactions } from '@porchlight/platform';
import { v7 } from 'uuid';
import { Trail } from '../../activity/trail';
import { ClientService } from '../../client/client.service';
import { Lead } from '../../lead/lead.entity';
import { Limits } from '../../limit/limits';
import { LeadShells } from '../../portal/lead-shells';
import { digestOf, type Request, websiteForm } from './request';

/** `changed`: this form was sent before with other words in it, and those were kept. */
export type Captured = 'captured' | 'changed';

/** Makes leads of what strangers ask for. */
@Injectable()
export class Captures {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: Limits,
    private readonly clients: ClientService,
    private readonly shells: LeadShells,
    private readonly trail: Trail,
    private readonly hints: Hints,
    private readonly outbox: Outbox,
  ) {}

  /** The ticket decides: however often one form is sent, one lead comes of it. Throws 429 past the company's bound. */
  async keep(companyId: string, ticketId: string, request: Request): Promise<Captured> {
    const before = await this.transactions.run({ companyId }, (em) => this.sentBefore(em, ticketId, request));
    if (before) return before;
    const giveBack = await this.limits.take({ of: 'capture_company', key: companyId });
    try {
      const { captured, isNew } = await this.transactions.run({ companyId }, (em) =>
        this.once(em, companyId, ticketId, request),
      );
      if (!isNew) await giveBack();
      return captured;
    } catch (error) {
      await giveBack();
      throw error;
    }
  }

  private async once(em: EntityManager, companyId: string, ticketId: string, request: Request) {
    await oneAtATime(em, ticketId);
    const before = await this.sentBefore(em, ticketId, request);
    if (before) return { captured: before, isNew: false };
    await this.open(em, companyId, ticketId, request);
    return { captured: 'captured' as const, isNew: true };
  }

  private async sentBefore(em: EntityManager, ticketId: string, request: Request): Promise<Captured | null> {
    const lead = await em.findOne(Lead, { id: ticketId });
    if (!lead) return null;
    return lead.captureDigest === digestOf(request) ? 'captured' : 'changed';
  }

  private async open(em: EntityManager, companyId: string, id: string, request: Request): Promise<void> {
    const { name, email, phone, siteAddress, projectType, source, notes } = request;
    const contact = { name, email, ...(phone !== null && { phone }), primary: true };
    const client = this.clients.make(em, companyId, v7(), { name, contacts: [contact] });
    const lead = Lead.open(id, client, { projectType, siteAddress, source, notes }, 'captured');
    lead.captureDigest = digestOf(request);
    em.persist(lead);
    // What follows names the lead's row.
    await em.flush();
    this.shells.open(em, lead);
    await this.trail.note(em, lead, websiteForm, 'captured');
    await this.hints.tell(em, companyId, { type: 'lead', id });
    await this.outbox.add(em, leadCapturedV1, {
      companyId,
      aggregateId: id,
      aggregateVersion: lead.version,
      data: { leadId: id, companyId, clientName: name, projectType },
    });
  }
}
