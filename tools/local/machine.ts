import { PlainError } from '@porchlight/installation';
import { isFree, postgresUser, reachableFolder } from '@porchlight/testing';
import { chmod, mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { RunRecord } from './run-record';
import type { Settings } from './settings';

const neededBytes = 500 * 1024 ** 2;

/** Sees that the ports are free and the disk has room, before anything is started. */
export const checkMachine = async ({ port, mailPort, data, given }: Settings): Promise<void> => {
  await checkPort(port, 'PORCHLIGHT_PORT');
  if (!given.smtp) await checkPort(mailPort, 'PORCHLIGHT_MAIL_PORT');
  // Passable where it is ours, because as root PostgreSQL runs as someone else; all in it is closed by its own mode.
  if (await mkdir(data, { recursive: true })) await chmod(data, 0o711);
  const { bavail, bsize } = await statfs(data);
  if (bavail * bsize < neededBytes)
    throw new PlainError(
      `The disk under ${data} has ${Math.round((bavail * bsize) / 1024 ** 2)} MB left and Porchlight needs 500 MB: make room, or name another folder with PORCHLIGHT_DATA.`,
    );
};

const checkPort = async (port: number, variable: string): Promise<void> => {
  if (port < 1024 && process.getuid?.() !== 0)
    throw new PlainError(`Port ${port} is for root alone: choose one from 1024 up with ${variable}.`);
  if (await isFree(port)) return;
  throw new PlainError(
    `Port ${port} is taken by another program: stop that, or choose another port, e.g. ${variable}=${port + 1} npm start.`,
  );
};

/** All that a start leaves in its data folder, but for the programs it fetched. */
const kept = ['secrets.json', 'demo.json', 'migrated', 'postgres', 'nats', 'redis', 'mail', 'logs'];

/** Claims the data folder for this run, and with `--fresh` deletes first what earlier runs kept there, and nothing else. */
export const claimData = async ({ data, fresh }: Settings): Promise<RunRecord> => {
  const record = await RunRecord.claim(data);
  if (!fresh) return record;
  for (const name of kept) await rm(join(data, name), { recursive: true, force: true });
  await rm(await reachableFolder(join(data, 'postgres'), await postgresUser()), { recursive: true, force: true });
  return record;
};
