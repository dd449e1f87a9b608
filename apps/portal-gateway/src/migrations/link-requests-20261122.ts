import { Migration } from '@mikro-orm/migrations';
import { tenantPolicy } from '@porchlight/platform';

const tables = [
  // Wishes for a new way into a portal, until identity has decided what comes of them.
  `create table link_request (
     id uuid primary key,
     project_id uuid not null,
     email text not null,
     asked_at timestamptz not null,
     next_try_at timestamptz not null
   )`,
  'create index link_request_due on link_request (next_try_at)',
  // The shape is the one that rate-limiter-flexible writes. Counts may be lost with a crash.
  `create unlogged table rate_limit (
     key varchar(255) primary key,
     points integer not null default 0,
     expire bigint
   )`,
];

export class LinkRequests20261122 extends Migration {
  override up(): void {
    const policies = tenantPolicy('link_request', { company: null, capability: 'project_id' });
    for (const statement of [...tables, ...policies]) this.addSql(statement);
  }
}
