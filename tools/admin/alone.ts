import { PlainError } from '@porchlight/installation';
import type { Client } from 'pg';

/** From now on the only backup or restore of an installation; ends with the connection. */
export const alone = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtext('porchlight backup')) as locked`,
  );
  if (!rows[0]?.locked) throw new PlainError('another backup or restore is running');
};
