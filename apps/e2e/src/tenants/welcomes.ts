import { ask, inTurns } from './asking';
import { verdict, type Caller } from './callers';
import { actionsOf, type Operation } from './operations';
import { asTry, type Try } from './refusals';
import { ways, type ByAction, type ByLink, type BySelf, type Row, type Rows } from './rows';
import type { Tenant } from './tenant';

type Task = () => Promise<Try>;

/** Every operation by everybody who is let in, each on something of their own to use up. */
export const welcomes = (
  operations: readonly Operation[],
  rows: Rows,
  callers: readonly Caller[],
  tenant: Tenant,
): Promise<Try[]> => {
  const tasksOf = (operation: Operation, row: Row): Task[] => {
    const allowed = row.answers ?? 'any 2xx';
    const as = (who: string, reply: Parameters<typeof asTry>[2]): Try =>
      asTry(`${operation.name} by ${who}`, allowed, reply, false);

    const byAction =
      (caller: Caller, it: ByAction): Task =>
      async () => {
        const ids = { ...tenant.ids, ...(await it.fresh?.(tenant)) };
        const reply = await ask(caller.client, operation, it, ids);
        return as(caller.name, { ...reply, status: it.outcome?.(reply) ?? reply.status });
      };
    const bySelf =
      (it: BySelf): Task =>
      async () => {
        const client = it.throwaway ? await tenant.throwaway() : tenant.owner;
        return as('whom it is about', await ask(client, operation, it, tenant.ids));
      };
    const byLink =
      (holder: NonNullable<ByLink['holder']>): Task =>
      async () => {
        const { client, body } = await holder(tenant);
        return as('who holds the link', await ask(client, operation, row, tenant.ids, body));
      };

    switch (row.at) {
      case 'anyone':
        return callers
          .filter(({ signedIn }) => !signedIn)
          .map(
            ({ name, client }) =>
              async () =>
                as(name, await ask(client, operation, row, tenant.ids)),
          );
      case 'link':
        return row.holder ? [byLink(row.holder)] : [];
      case 'self':
        return [bySelf(row)];
      case 'owner':
        return [
          async () =>
            as('its owner', await ask(tenant.owner, operation, row, { ...tenant.ids, ...(await row.fresh(tenant)) })),
        ];
      default: {
        const action = row.action ?? actionsOf(operation)[0];
        return callers
          .filter((caller) => action && verdict(caller, action, row.at) === 'may')
          .map((caller) => byAction(caller, row));
      }
    }
  };
  // What changes one version or the last owner of something takes turns; there is enough else to do meanwhile.
  return inTurns(
    operations.flatMap((operation) =>
      ways(rows, operation).flatMap((row) => async () => runInOrder(tasksOf(operation, row))),
    ),
  ).then((tries) => tries.flat());
};

const runInOrder = async (tasks: readonly Task[]): Promise<Try[]> => {
  const tries: Try[] = [];
  for (const task of tasks) tries.push(await task());
  return tries;
};
