import { envelopeSchema, eventCatalogue, type Envelope, type ServiceName } from '@porchlight/contracts';
import type { Client } from 'pg';
import { inServiceOf } from './services';

export interface DeadLetter {
  readonly message_key: string;
  readonly subject: string;
  readonly body: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly last_at: Date;
}

/** What a service put aside, oldest first; all of it, or the letters of these keys. */
export const lettersOf = (
  client: Client,
  service: ServiceName,
  keys: readonly string[] | null,
): Promise<DeadLetter[]> =>
  inServiceOf(client, service, async () => {
    const { rows } = await client.query<DeadLetter>(
      `select message_key, subject, body, reason, deliveries, last_at from dead_letter
       where $1::text[] is null or message_key = any($1::text[]) order by last_at, message_key`,
      [keys],
    );
    return rows;
  });

export const dropLetters = (client: Client, service: ServiceName, keys: readonly string[]): Promise<number> =>
  inServiceOf(client, service, async () => {
    const { rowCount } = await client.query('delete from dead_letter where message_key = any($1::text[])', [keys]);
    return rowCount ?? 0;
  });

/** The message in a letter and who sent it; null where nobody could ever apply it. */
export const messageIn = (letter: DeadLetter): { envelope: Envelope; producer: ServiceName } | null => {
  const event = eventCatalogue.find(({ type }) => type === letter.subject);
  try {
    const envelope = envelopeSchema.parse(JSON.parse(letter.body));
    return event ? { envelope, producer: event.producer } : null;
  } catch {
    return null;
  }
};

/** Whether a service has applied a message by now; a state also by a later version. */
export const isApplied = (
  client: Client,
  service: ServiceName,
  { id, type, aggregateId, aggregateVersion }: Envelope,
) =>
  inServiceOf(client, service, async (): Promise<boolean> => {
    const { rowCount } = await client.query(
      `select from inbox where event_id = $1
       union all select from applied_state where type = $2 and aggregate_id = $3 and version >= $4`,
      [id, type, aggregateId, aggregateVersion],
    );
    return (rowCount ?? 0) > 0;
  });
