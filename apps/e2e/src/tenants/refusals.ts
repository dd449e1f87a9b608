import type { Reply } from '@porchlight/testing';
import { ask, inTurns } from './asking';
import { verdict, type Caller } from './callers';
import { actionsOf, type Operation } from './operations';
import { foreignIds, mixedPaths } from './mixed';
import { ways, type Row, type Rows } from './rows';
import type { Tenant } from './tenant';

/** What came of one try. */
export interface Try {
  /** Who tried what. */
  readonly what: string;
  /** The statuses that would be right. */
  readonly wanted: readonly number[] | 'any 2xx';
  readonly status: number;
  /** All that was said, but for what differs from request to request. */
  readonly said: string;
  /** Whether it was for somebody to whom nothing of the company may be told. */
  readonly forStranger: boolean;
}

const isRight = ({ wanted, status }: Try): boolean =>
  wanted === 'any 2xx' ? status >= 200 && status < 300 : wanted.includes(status);

/** Those that were not answered as they should be, in words. */
export const wrong = (tries: readonly Try[]): string[] =>
  tries
    .filter((one) => !isRight(one))
    .map(({ what, wanted, status, said }) => `${what}: ${status} instead of ${String(wanted)}; ${said}`);

/** Those that were answered otherwise before, in words. */
export const changed = (before: readonly Try[], now: readonly Try[]): string[] => {
  const earlier = new Map(before.map(({ what, status, said }) => [what, `${status} ${said}`]));
  return now
    .map(({ what, status, said }) => ({ what, was: earlier.get(what), is: `${status} ${said}` }))
    .filter(({ was, is }) => was !== is)
    .map(({ what, was, is }) => `${what}: ${is} instead of ${String(was)}`);
};

export const asTry = (what: string, wanted: Try['wanted'], { status, body }: Reply, forStranger: boolean): Try => ({
  what,
  wanted,
  status,
  // Of a stream nothing is read.
  said: JSON.stringify(typeof body === 'object' ? { ...body, correlationId: undefined } : (body ?? '')),
  forStranger,
});

/** Every operation by everybody who must be refused, and by everybody who reads what is their own. */
export class Refusals {
  constructor(
    private readonly operations: readonly Operation[],
    private readonly rows: Rows,
    private readonly callers: readonly Caller[],
    private readonly mine: Tenant,
    private readonly theirs: Tenant,
  ) {}

  /** Runs them all, or those by some; nothing of it may change anything. */
  run(by: (caller: Caller) => boolean = () => true): Promise<Try[]> {
    const matrix = this.operations.flatMap((operation) =>
      ways(this.rows, operation).flatMap((row, way) =>
        this.callers.filter(by).flatMap((caller) => this.tryOf(operation, row, way, caller)),
      ),
    );
    const byRow = [
      ...mixedPaths(this.operations, this.rows, this.mine, this.theirs),
      ...foreignIds(this.mine, this.theirs),
    ];
    const others = byRow.map(
      ({ what, wanted, send }) =>
        async () =>
          asTry(what, wanted, await send(), true),
    );
    return inTurns([...matrix, ...others]);
  }

  private tryOf(operation: Operation, row: Row, way: number, caller: Caller): (() => Promise<Try>)[] {
    const wanted = wantedOf(operation, row, caller);
    if (wanted === null) return [];
    const name = `${operation.name}${way > 0 ? ` (${way + 1})` : ''} by ${caller.name}`;
    return [
      async () => {
        const reply = await ask(caller.client, operation, row, this.mine.ids);
        const told = 'outcome' in row && row.outcome ? row.outcome(reply) : reply.status;
        return asTry(name, wanted, { ...reply, status: told }, caller.part === null || !isRead(wanted));
      },
    ];
  }
}

const isRead = (wanted: Try['wanted']): boolean => wanted === 'any 2xx';

/** What somebody has to be answered; null where they are let in and it changes something. */
const wantedOf = (operation: Operation, row: Row, caller: Caller): Try['wanted'] | null => {
  const reads = operation.method === 'GET';
  switch (row.at) {
    case 'anyone':
      return null;
    case 'link':
      return row.onlyNobody && caller.signedIn ? null : [row.without];
    case 'owner':
      if (!caller.signedIn) return [401];
      return caller.part === 'owner' ? null : [404];
    case 'self':
      if (!caller.signedIn) return [401];
      return reads ? 'any 2xx' : null;
    default: {
      const action = row.action ?? actionsOf(operation)[0];
      if (!action) throw new Error(`${operation.name} names no action`);
      const said = verdict(caller, action, row.at);
      if (said !== 'may') return [said];
      return reads ? 'any 2xx' : null;
    }
  }
};
