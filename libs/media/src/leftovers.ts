import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Log, Transactions } from '@porchlight/platform';

const atOnce = 50;
const first = '00000000-0000-0000-0000-000000000000';

/** What somebody else holds is looked at in the next round. */
const page = { limit: atOnce, orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE } as const;

interface Kind<Row> {
  /** Those behind which nobody stands any more, with greater ids than `after`. */
  readonly find: (em: EntityManager, after: string, options: typeof page) => Promise<Row[]>;
  /** The bytes first: should that fail, the row is still there to try again by. */
  readonly drop: (row: Row) => Promise<void>;
  readonly forget: (em: EntityManager, row: Row) => void;
}

/** Rows whose bytes are to go. One that cannot be cleared away keeps none of the others, and is tried again each round. */
export class Leftovers<Row extends { readonly id: string }> {
  /** How far this round has come: what failed is not met again before the next. */
  private after = first;

  constructor(
    private readonly transactions: Transactions,
    private readonly log: Log,
    private readonly kind: Kind<Row>,
  ) {}

  /** Some of them; true where this round has more. */
  clear(): Promise<boolean> {
    return this.transactions.run({ system: true }, async (em) => {
      const rows = await this.kind.find(em, this.after, page);
      for (const row of rows) await this.clearOne(em, row);
      const last = rows.length === atOnce ? rows.at(-1) : undefined;
      this.after = last?.id ?? first;
      return last !== undefined;
    });
  }

  private async clearOne(em: EntityManager, row: Row): Promise<void> {
    try {
      await this.kind.drop(row);
      this.kind.forget(em, row);
    } catch (error) {
      this.log.warn({ err: error, id: row.id }, 'a file could not be cleared away');
    }
  }
}
