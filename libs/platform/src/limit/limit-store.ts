import { sql } from '../data/sql';
import type { Transactions } from '../data/transactions';

interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What rate-limiter-flexible takes for a `pg` client. Each statement commits by itself: what was counted stays counted. */
export class LimitStore {
  constructor(private readonly transactions: Transactions) {}

  async query({ text, values }: Query): Promise<{ rows: object[]; rowCount: number }> {
    const inOrder: unknown[] = [];
    const asked = text.replaceAll(/\$(\d+)/g, (_, number) => {
      inOrder.push(values[Number(number) - 1]);
      return '?';
    });
    const rows = await this.transactions.run({ system: true }, (em) => sql(em, asked, inOrder));
    return { rows, rowCount: rows.length };
  }
}
