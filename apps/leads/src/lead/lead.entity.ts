import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ChangeLead, CreateLead, Lead as LeadReply, LeadOrigin, Money } from '@porchlight/contracts';
import { problems } from '@porchlight/platform';
import { v7 } from 'uuid';
import { Client } from '../client/client.entity';
import { addressKey } from './address-key';

const LeadSchema = defineEntity({
  name: 'Lead',
  tableName: 'lead',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    client: () => p.manyToOne(Client),
    version: p.integer(),
    projectType: p.text(),
    siteAddress: p.text().nullable().strictNullable(),
    /** What likely duplicates have in common; follows `siteAddress`. */
    addressKey: p.text().nullable().strictNullable(),
    source: p.text().nullable().strictNullable(),
    origin: p.text().$type<LeadOrigin>(),
    /** Of a captured lead: what was sent, hashed, so that the same form sent again is known. */
    captureDigest: p.text().nullable().strictNullable(),
    stage: p.text().$type<LeadReply['stage']>(),
    lostReason: p.text().nullable().strictNullable(),
    estimatedAmount: p.decimal('string').nullable().strictNullable(),
    estimatedCurrency: p.text().nullable().strictNullable(),
    nextStep: p.text().nullable().strictNullable(),
    nextStepOn: p.date().nullable().strictNullable(),
    notes: p.text().nullable().strictNullable(),
    /** The person of the staff who looks after it. */
    ownerId: p.uuid().nullable().strictNullable(),
    /** The id that the project will have once published; set with the lead, so that publishing twice is once. */
    reservedProjectId: p.uuid(),
    createdAt: p.datetime(),
  },
});

/** Work that somebody may want from us. All of it is the company's own but what publishing says out loud. */
export class Lead extends LeadSchema.class {
  static open(id: string, client: Client, input: CreateLead, origin: LeadOrigin = 'typed'): Lead {
    const lead = new Lead();
    lead.id = id;
    lead.companyId = client.companyId;
    lead.client = client;
    lead.version = 1;
    lead.projectType = input.projectType;
    lead.siteAddress = null;
    lead.addressKey = null;
    lead.source = null;
    lead.origin = origin;
    lead.stage = 'new';
    lead.lostReason = null;
    lead.estimatedAmount = null;
    lead.estimatedCurrency = null;
    lead.nextStep = null;
    lead.nextStepOn = null;
    lead.notes = null;
    lead.ownerId = null;
    lead.reservedProjectId = v7();
    lead.createdAt = new Date();
    lead.take(input);
    return lead;
  }

  /** Applies an edit. Throws 400 when the lead would be lost without a reason. */
  change(changes: ChangeLead): void {
    this.take(changes);
    this.version += 1;
  }

  get estimatedValue(): Money | null {
    if (this.estimatedAmount === null || this.estimatedCurrency === null) return null;
    return { amount: this.estimatedAmount, currency: this.estimatedCurrency };
  }

  private take(changes: ChangeLead): void {
    if (changes.projectType !== undefined) this.projectType = changes.projectType;
    if (changes.siteAddress !== undefined) this.standAt(changes.siteAddress);
    if (changes.source !== undefined) this.source = changes.source;
    if (changes.stage !== undefined) this.stage = changes.stage;
    if (changes.lostReason !== undefined) this.lostReason = changes.lostReason;
    if (changes.estimatedValue !== undefined) this.estimate(changes.estimatedValue);
    if (changes.nextStep !== undefined) this.nextStep = changes.nextStep;
    if (changes.nextStepOn !== undefined) this.nextStepOn = changes.nextStepOn;
    if (changes.notes !== undefined) this.notes = changes.notes;
    if (changes.ownerId !== undefined) this.ownerId = changes.ownerId;
    this.settleStage();
  }

  private standAt(siteAddress: string | null): void {
    this.siteAddress = siteAddress;
    this.addressKey = addressKey(siteAddress);
  }

  private estimate(value: Money | null): void {
    // Twelve digits and two decimals are exact in a double; the stored form has both decimals.
    this.estimatedAmount = value && Number(value.amount).toFixed(2);
    this.estimatedCurrency = value && value.currency;
  }

  private settleStage(): void {
    if (this.stage !== 'lost') this.lostReason = null;
    else if (this.lostReason === null) throw problems.invalid('lostReason', 'says why the lead was lost');
  }
}
LeadSchema.setClass(Lead);
