import { Migration } from '@mikro-orm/migrations';
import { tenantPolicy } from '@porchlight/platform';

export class Readdressings extends Migration {
  override up(): void {
    const table = `create table readdressing (
      contact_id uuid primary key,
      company_id uuid not null references company,
      version integer not null
    )`;
    for (const statement of [table, ...tenantPolicy('readdressing')]) this.addSql(statement);
  }
}
