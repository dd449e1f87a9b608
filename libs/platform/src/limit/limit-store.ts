import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../data/sql';
import type { Transactions } from '../data/transactions';

interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * What rate-limiter-flexible takes for a `pg` client. Each statement commits by itself, so what was counted stays counted,
 * but in `within`.
 */
export class LimitStore {
  private readonly given = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly transactions: Transactions) {}

  /** What `work` counts commits with the transaction of `em`. */
  within<T>(em: EntityManager, work: () => Promise<T>): Promise<T> {
    return this.given.run(em, work);
  }

  async query({ text, values }: Query): Promise<{ rows: object[]; rowCount: number }> {
    const inOrder: unknown[] = [];
    const asked = text.replaceAll(/\$(\d+)/g, (_, number) => {
      inOrder.push(values[Number(number) - 1]);
      return '?';
    });
    const em = this.given.getStore();
    const rows = em
      ? await sql(em, asked, inOrder)
      : await this.transactions.run({ system: true }, (own) => sql(own, asked, inOrder));
    return { rows, rowCount: rows.length };
  }
}
