import type { EntityManager } from '@mikro-orm/postgresql';
import type { Envelope, EventDefinition } from '@porchlight/contracts';
import { sql } from '@porchlight/platform';
import { Unprocessable } from './unprocessable';

/** How long the inbox remembers; an older occurrence cannot be told from its copy. */
const inboxDays = 30;

/**
 * Marks a message as applied in the transaction of its effect. False if it was before: a state whose version is not
 * newer than the one applied, an occurrence that is in the inbox. Two at once wait for each other here.
 */
export const claim = (em: EntityManager, event: EventDefinition, envelope: Envelope): Promise<boolean> =>
  event.kind === 'state' ? claimState(em, envelope) : claimOccurrence(em, envelope);

const claimState = async (em: EntityManager, envelope: Envelope): Promise<boolean> => {
  const rows = await sql(
    em,
    `insert into applied_state (type, aggregate_id, version) values (?, ?, ?)
     on conflict (type, aggregate_id) do update set version = excluded.version, applied_at = now()
       where applied_state.version < excluded.version
     returning version`,
    [envelope.type, envelope.aggregateId, envelope.aggregateVersion],
  );
  return rows.length > 0;
};

const claimOccurrence = async (em: EntityManager, envelope: Envelope): Promise<boolean> => {
  const ageDays = (Date.now() - Date.parse(envelope.occurredAt)) / 86_400_000;
  if (ageDays > inboxDays) throw new Unprocessable(`it is older than the ${inboxDays} days the inbox remembers`);
  const rows = await sql(
    em,
    `insert into inbox (event_id, type) values (?, ?) on conflict (event_id) do nothing returning event_id`,
    [envelope.id, envelope.type],
  );
  return rows.length > 0;
};
