import { Injectable } from '@nestjs/common';
import { sql, Transactions } from '@porchlight/platform';

/** How long a lease runs from the instant the database grants it. */
const leaseFor = '5 seconds';

/** The gateway processes that may be pushing right now, by the database's clock. */
@Injectable()
export class Replicas {
  constructor(private readonly transactions: Transactions) {}

  async renew(id: string): Promise<void> {
    await this.transactions.run({ system: true }, async (em) => {
      await sql(
        em,
        `insert into replica (id, lease_until) values (?, clock_timestamp() + interval '${leaseFor}')
         on conflict (id) do update set lease_until = excluded.lease_until`,
        [id],
      );
      await sql(em, `delete from replica where lease_until < now() - interval '1 hour'`);
    });
  }

  async leased(): Promise<string[]> {
    const rows = await this.transactions.run({ system: true }, (em) =>
      sql<{ id: string }>(em, 'select id from replica where lease_until > clock_timestamp()'),
    );
    return rows.map((row) => row.id);
  }

  async drop(id: string): Promise<void> {
    await this.transactions.run({ system: true }, (em) => sql(em, 'delete from replica where id = ?', [id]));
  }
}
