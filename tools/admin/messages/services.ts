import { schemaOf, services, type ServiceName } from '@porchlight/contracts';
import { migratorRole } from '@porchlight/installation';
import type { Client } from 'pg';
import { UsageError } from '../command';
import { inTransaction } from '../connected';

/** The service of that name. Throws `UsageError` for none. */
export const serviceNamed = (name: string | undefined): ServiceName => {
  const found = services.find((service) => service === name);
  if (!found) throw new UsageError(`which service? ${services.join(', ')}`);
  return found;
};

/** From now on the transaction reaches the tables of one service and no other's. */
export const actFor = async (client: Client, service: ServiceName): Promise<void> => {
  await client.query(`set local role ${client.escapeIdentifier(migratorRole(service))}`);
  await client.query(`set local search_path = ${client.escapeIdentifier(schemaOf(service))}`);
};

/** Runs `work` in a transaction that reaches the tables of one service and no other's. */
export const inServiceOf = <T>(client: Client, service: ServiceName, work: () => Promise<T>): Promise<T> =>
  inTransaction(client, 'isolation level read committed', async () => {
    await actFor(client, service);
    return work();
  });
