import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from '@porchlight/messaging';
import { tenantPolicy } from '@porchlight/platform';

const tables = [
  // No address, no link, no text: those are fetched at send time and kept nowhere.
  `create table mail (
     id uuid primary key,
     company_id uuid,
     kind text not null,
     reference uuid not null,
     generation int not null,
     state text not null,
     attempts int not null,
     fault text,
     message_id text not null unique,
     next_attempt_at timestamptz not null,
     enqueued_at timestamptz not null,
     created_at timestamptz not null,
     ended_at timestamptz,
     unique (kind, reference, generation)
   )`,
  `create index on mail (next_attempt_at) where state = 'queued'`,
];

export class Initial20261121 extends Migration {
  override up(): void {
    for (const statement of [...messagingTables, ...tables, ...tenantPolicy('mail')]) this.addSql(statement);
  }
}
