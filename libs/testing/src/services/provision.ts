import { join } from 'node:path';
import { Child } from '../process/child';
import { run } from '../process/run';

const program = (root: string): string => join(root, 'dist/tools/provision.js');

const provision = async (root: string, command: string, env: Record<string, string>): Promise<string> => {
  const done = await run(process.execPath, ['--no-warnings', program(root), ...command.split(' ')], { env });
  if (done.code !== 0) throw new Error(`provision ${command} failed: ${done.err || done.out}`);
  return done.out;
};

/** The `authorization` block of a nats.conf: every user with its password and exact rights. */
export const natsAuthorization = (root: string, passwords: Readonly<Record<string, string>>): Promise<string> =>
  provision(root, 'nats-authorization', { BUS_PASSWORDS: JSON.stringify(passwords) });

/** Makes schemas and roles in the database that the superuser's `url` names. */
export const provisionDatabase = async (
  root: string,
  url: string,
  passwords: Readonly<Record<string, string>>,
): Promise<void> => {
  await provision(root, 'database', { PROVISION_DATABASE_URL: url, ROLE_PASSWORDS: JSON.stringify(passwords) });
};

/** Makes streams and durable consumers once. */
export const provisionBus = async (root: string, url: string): Promise<void> => {
  await provision(root, 'bus', { PROVISION_NATS_URL: url });
};

/** Keeps making them, every 2 s. */
export const keepBusProvisioned = (root: string, url: string, onLine: (line: string) => void): Child =>
  Child.start({
    command: process.execPath,
    args: ['--no-warnings', program(root), 'bus', 'keep'],
    env: { PROVISION_NATS_URL: url },
    onLine,
  });
