import { Client, type ClientConfig, type QueryResult, type Submittable } from 'pg';

/** Begins a statement whose answer nobody waits for. */
export const withTheNext = '/* with the next */ ';

const isHeldBack = (text: string): boolean => text.startsWith('start transaction') || text.startsWith(withTheNext);

const nothing: QueryResult = { command: '', rowCount: 0, oid: 0, rows: [], fields: [] };

/**
 * A connection to PostgreSQL on which a statement whose answer nobody waits for goes together with the one after it, in
 * order and in one message: a transaction, its scope and its first read take one journey instead of three. Whatever is
 * wrong with it fails the statement that it goes with, at the latest the commit.
 */
export class Connection extends Client {
  private held: string[] = [];

  constructor(config?: string | ClientConfig) {
    super(config);
    const send = (text: string, values?: unknown[]): Promise<QueryResult | QueryResult[]> => super.query(text, values);
    const query = (given: string | Submittable, values?: unknown[]): unknown =>
      typeof given === 'string' ? this.together(send, given, values) : super.query(given);
    Object.assign(this, { query });
  }

  private async together(
    send: (text: string, values?: unknown[]) => Promise<QueryResult | QueryResult[]>,
    text: string,
    values: unknown[] = [],
  ): Promise<QueryResult> {
    if (isHeldBack(text)) {
      this.held.push(text);
      return nothing;
    }
    const before = this.held;
    this.held = [];
    if (text.startsWith('rollback')) {
      // What was not said needs not be taken back, whole or to a savepoint, and least of all a transaction that never began.
      return before.some((held) => held.startsWith('start transaction')) ? nothing : last(await send(text));
    }
    // Only a message without parameters may hold several statements.
    if (values.length === 0) return last(await send([...before, text].join(';\n')));
    if (before.length > 0) await send(before.join(';\n'));
    return last(await send(text, values));
  }
}

/** What the last statement of a message came to. */
const last = (results: QueryResult | QueryResult[]): QueryResult =>
  Array.isArray(results) ? (results.at(-1) ?? nothing) : results;
