import { Injectable } from '@nestjs/common';
import { sql, Transactions } from '@porchlight/platform';

/** Longer than any transaction: what was committed late, under an earlier time, is seen by the next comparison. */
const overlapMs = 10 * 60_000;
const everybody = { system: true } as const;

/** Until when each event has been compared with its owner, and what of a page is missing here. */
@Injectable()
export class Comparisons {
  constructor(private readonly transactions: Transactions) {}

  /** The instant to compare from, by the owner's clock; null before the first comparison. */
  async since(type: string): Promise<string | null> {
    const [row] = await this.transactions.run(everybody, (em) =>
      sql<{ until: Date | string }>(em, 'select until from reconciled where type = ?', [type]),
    );
    return row ? new Date(new Date(row.until).getTime() - overlapMs).toISOString() : null;
  }

  async compared(type: string, until: string): Promise<void> {
    await this.transactions.run(everybody, (em) =>
      sql(
        em,
        `insert into reconciled (type, until) values (?, ?)
         on conflict (type) do update set until = greatest(reconciled.until, excluded.until)`,
        [type, until],
      ),
    );
  }

  /** The aggregates of a page whose applied version is lower, or that were never applied. */
  async behind(type: string, versions: readonly (readonly [string, number])[]): Promise<string[]> {
    const rows = await this.transactions.run(everybody, (em) =>
      sql<{ aggregate_id: string; version: string }>(
        em,
        `select aggregate_id, version from applied_state
         where type = ? and aggregate_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
        [type, JSON.stringify(versions.map(([id]) => id))],
      ),
    );
    const applied = new Map(rows.map((row) => [row.aggregate_id, Number(row.version)]));
    return versions.filter(([id, version]) => (applied.get(id) ?? 0) < version).map(([id]) => id);
  }

  /** The events of a page that were neither applied nor put aside. */
  async unknown(ids: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.run(everybody, (em) =>
      sql<{ id: string }>(
        em,
        `select value as id from jsonb_array_elements_text(?::jsonb)
         where not exists (select from inbox where event_id = value::uuid)
           and not exists (select from dead_letter where event_id = value::uuid)`,
        [JSON.stringify(ids)],
      ),
    );
    const unknown = new Set(rows.map((row) => row.id));
    return ids.filter((id) => unknown.has(id));
  }
}
