import type { Client } from 'pg';
import { actFor } from '../../messages/services';
import type { KnownPerson } from '../known-person';
import type { Stand } from '../mentions';

/**
 * Takes from leads what is known of a client: their contact, and where the client is they alone, all words about them.
 * What was asked for, what it was worth and how it went stays the company's, and where something was built.
 */
export const forgetClient = async (client: Client, person: KnownPerson, stand: Stand): Promise<void> => {
  await actFor(client, 'leads');
  await client.query('update contact set name = $2, email = null, phone = null, phone_key = null where id = any($1)', [
    person.contacts,
    stand.name,
  ]);
  // Whoever has it open is told that it is another now.
  await client.query('update client set version = version + 1 where id = any($1)', [person.clients]);
  await client.query('update client set name = $2 where id = any($1)', [person.households, stand.name]);
  await client.query(
    `update lead_activity set changes = '[]' where lead_id in (select id from lead where client_id = any($1))`,
    [person.households],
  );
  await client.query(
    `update lead set source = null, lost_reason = null, next_step = null, next_step_on = null, notes = null,
       capture_digest = null, version = version + 1
     where client_id = any($1)`,
    [person.households],
  );
  await client.query(
    `update lead set site_address = null, address_key = null
     where client_id = any($1)
       and not exists (select from portal where portal.lead_id = lead.id and published_at is not null)`,
    [person.households],
  );
};
