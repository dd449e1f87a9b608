import {
  type DataOf,
  type EventDefinition,
  invitationAcceptedV1,
  invitationSentV1,
  letterRequestedV1,
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
}

/** The company that everything is about. */
export const companyId = '019377a0-0000-7000-8000-000000000001';

const message = <E extends EventDefinition>(event: E, reference: string, data: DataOf<E>): Message => ({
  type: event.type,
  envelope: JSON.stringify({
    id: randomUUID(),
    type: event.type,
    occurredAt: new Date().toISOString(),
    companyId: event === letterRequestedV1 ? null : companyId,
    aggregateId: reference,
    aggregateVersion: 1,
    correlationId: randomUUID(),
    causationId: null,
    traceparent: null,
    data,
  }),
});

/** What identity publishes for a mail to be written. */
export const eventOf = ({ kind, reference, generation }: MailOrder): Message => {
  if (kind === 'invitation') return message(invitationSentV1, reference, { invitationId: reference, generation });
  if (kind === 'invitation_accepted')
    return message(invitationAcceptedV1, reference, { invitationId: reference, generation });
  return message(letterRequestedV1, reference, { kind, reference, generation });
};

/** The notifications service, real, between the bus and an SMTP server; a spec speaks for the other services. */
export class PostOffice {
  private constructor(
    readonly system: System,
    readonly sink: Sink,
    readonly identity: Answers,
    readonly leads: Answers,
  ) {}

  static async open(): Promise<PostOffice> {
    const sink = await Sink.start();
    const system = await startSystem({ services: ['notifications'], env: { notifications: { SMTP_URL: sink.url } } });
    const [identity, leads] = await Promise.all([Answers.as(system, 'identity'), Answers.as(system, 'leads')]);
    return new PostOffice(system, sink, identity, leads);
  }

  publish(...messages: Message[]): Promise<void> {
    return publishAgain(this.system, 'identity', messages);
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
    await Promise.all([this.identity.stop(), this.leads.stop()]);
    await this.system.stop();
    await this.sink.stop();
  }
}
