import type { ServiceName } from '@porchlight/contracts';
import type { System } from '@porchlight/testing';
import { createHash } from 'node:crypto';

/** What messaging, limits and sign-ins write while nothing changes for anybody. */
const ofNoTenant = new Set([
  ...['outbox', 'latest_state', 'inbox', 'applied_state', 'dead_letter', 'reconciled', 'ended_session', 'migration'],
  ...['rate_limit', 'session', 'replica', 'portal_session', 'link_request'],
]);

const services: readonly ServiceName[] = ['identity', 'projects', 'leads', 'portal-gateway'];

/** A fingerprint of every table that holds what tenants have, by name. */
export const snapshot = async (system: System): Promise<Record<string, string>> => {
  const prints: Record<string, string> = {};
  for (const service of services) {
    const tables = await system.sql<{ name: string }>(
      service,
      `select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
    );
    for (const { name } of tables.filter((table) => !ofNoTenant.has(table.name))) {
      const rows = await system.sql<{ row: string }>(service, `select t::text as row from "${name}" t order by 1`);
      prints[`${service} ${name}`] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    }
  }
  return prints;
};
