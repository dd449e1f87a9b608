import { schemaOf, type ServiceName } from '@porchlight/contracts';
import type { Client } from 'pg';
import { inServiceOf } from './services';

/** Which messages of a service's outbox; all that is given must fit. */
export interface Wanted {
  readonly since?: string | undefined;
  readonly aggregate?: string | undefined;
  readonly type?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/**
 * Has messages sent again that were sent before, under the same ids: the service's relay takes them from its outbox in
 * their order. Gives how many; readers that applied them before do nothing.
 */
export const sendAgain = (client: Client, service: ServiceName, wanted: Wanted): Promise<number> =>
  inServiceOf(client, service, async () => {
    const { rowCount } = await client.query(
      `update outbox set published_at = null
       where published_at is not null
         and ($1::timestamptz is null or occurred_at >= $1::timestamptz)
         and ($2::uuid is null or aggregate_id = $2::uuid)
         and ($3::text is null or type = $3::text)
         and ($4::uuid[] is null or id = any($4::uuid[]))`,
      [wanted.since ?? null, wanted.aggregate ?? null, wanted.type ?? null, wanted.ids ?? null],
    );
    await client.query(`select pg_notify($1, '')`, [`outbox_${schemaOf(service)}`]);
    return rowCount ?? 0;
  });

export interface Waiting {
  readonly count: number;
  readonly oldest: Date | null;
}

/** What waits in a service's outbox to be sent. */
export const waitingIn = (client: Client, service: ServiceName): Promise<Waiting> =>
  inServiceOf(client, service, async () => {
    const { rows } = await client.query<Waiting>(
      'select count(*)::int as count, min(occurred_at) as oldest from outbox where published_at is null',
    );
    return rows[0] ?? { count: 0, oldest: null };
  });
