import {
  type DataOf,
  type EventDefinition,
  invitationAcceptedV1,
  invitationSentV1,
  leadCapturedV1,
  leadDeletedV1,
  letterRequestedV1,
  linkRequestedV1,
  type LinkRequestOutcome,
  membershipChangedV1,
  type Role,
} from '@porchlight/contracts';
import { Answers, publishAgain, startSystem, type System, until } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import type { MailOrder } from '../mail/mail-kind';
import { type Posted, Sink } from './sink';

export interface MailRow {
  readonly kind: string;
  readonly reference: string;
  readonly generation: number;
  readonly state: string;
  readonly attempts: number;
  readonly fault: string | null;
  readonly message_id: string;
}

interface Message {
  readonly type: string;
  readonly envelope: string;
  /** Who says it. */
  readonly user: string;
}

/** The company that everything is about. */
export const companyId = '019377a0-0000-7000-8000-000000000001';

const ofNoCompany: ReadonlySet<string> = new Set([letterRequestedV1.type, membershipChangedV1.type]);
let versions = 0;

const message = <E extends EventDefinition>(event: E, reference: string, data: DataOf<E>): Message => ({
  type: event.type,
  user: event.producer,
  envelope: JSON.stringify({
    id: randomUUID(),
    type: event.type,
    occurredAt: new Date().toISOString(),
    companyId: ofNoCompany.has(event.type) ? null : companyId,
    aggregateId: reference,
    aggregateVersion: ++versions,
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    data,
  }),
});

/** What identity publishes of who somebody is in the company; nobody there any more without a role. */
export const standing = (personId: string, role: Role | null): Message =>
  message(membershipChangedV1, personId, {
    personId,
    name: 'Ruth Alder',
    email: 'ruth@alder.example',
    memberships: role === null ? [] : [{ companyId, projectId: null, role }],
  });

/** What leads publishes once a lead is deleted. */
export const deletionOf = (leadId: string): Message => message(leadDeletedV1, leadId, { leadId, companyId });

/** What identity publishes of somebody who asked for a new way in; all in the same ten minutes, for a link of this generation. */
export const requestOf = (
  reference: string,
  outcome: LinkRequestOutcome,
  generation: number,
  language?: 'en' | 'es',
): Message =>
  message(linkRequestedV1, reference, {
    companyId,
    projectId: '019377a0-0000-7000-8000-000000000002',
    projectName: 'Okafor – Kitchen',
    outcome,
    reference,
    who: 'Anna & Ben',
    generation,
    askedAt: new Date(1).toISOString(),
    language,
  });

/** What identity or leads publishes for a mail to be written. */
export const eventOf = ({ kind, reference, generation, language }: MailOrder): Message => {
  if (kind === 'invitation')
    return message(invitationSentV1, reference, {
      invitationId: reference,
      generation,
      language: language ?? undefined,
    });
  if (kind === 'invitation_accepted')
    return message(invitationAcceptedV1, reference, { invitationId: reference, generation });
  if (kind === 'lead_captured')
    return message(leadCapturedV1, reference, {
      leadId: reference,
      companyId,
      clientName: 'Anna Okafor',
      projectType: 'Kitchen',
    });
  if (kind === 'portal_link') return requestOf(reference, 'link', generation);
  if (kind === 'portal_link_renewed') return requestOf(reference, 'renewed_link', generation);
  if (kind === 'portal_sign_in') return requestOf(reference, 'sign_in', generation);
  return message(letterRequestedV1, reference, { kind, reference, generation });
};

/** The notifications service, real, between the bus and an SMTP server; a spec speaks for the other services. */
export class PostOffice {
  private constructor(
    readonly system: System,
    readonly sink: Sink,
    readonly identity: Answers,
    readonly leads: Answers,
    readonly gateway: Answers,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<PostOffice> {
    const sink = await Sink.start();
    const notifications = { SMTP_URL: sink.url, ...env };
    const system = await startSystem({ services: ['notifications'], env: { notifications } });
    const [identity, leads, gateway] = await Promise.all([
      Answers.as(system, 'identity'),
      Answers.as(system, 'leads'),
      Answers.as(system, 'gateway'),
    ]);
    return new PostOffice(system, sink, identity, leads, gateway);
  }

  async publish(...messages: Message[]): Promise<void> {
    for (const user of new Set(messages.map((each) => each.user)))
      await publishAgain(
        this.system,
        user,
        messages.filter((each) => each.user === user),
      );
  }

  rows(reference: string): Promise<MailRow[]> {
    return this.system.sql<MailRow>('notifications', 'select * from mail where reference = $1 order by generation', [
      reference,
    ]);
  }

  row(reference: string, fits: (row: MailRow) => boolean): Promise<MailRow> {
    return until(async () => (await this.rows(reference)).find(fits), 30_000, 'the mail did not get there');
  }

  /** The only mail to an address, once there is one. */
  async posted(address: string): Promise<Posted> {
    const mail = await until(() => this.sink.to(address)[0], 60_000, `nothing came for ${address}`);
    return mail;
  }

  async close(): Promise<void> {
    await Promise.all([this.identity.stop(), this.leads.stop(), this.gateway.stop()]);
    await this.system.stop();
    await this.sink.stop();
  }
}
