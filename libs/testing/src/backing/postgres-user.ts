import { chmod, chown, cp, mkdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { run } from '../process/run';
import { PlainError } from '@porchlight/installation';

/** PostgreSQL refuses to run as root, so root runs it as someone else. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** Who runs PostgreSQL: ourselves (undefined), or for root the system's `postgres` or else `nobody`. */
export const postgresUser = async (): Promise<PostgresUser | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([known]) => known === name)).find(Boolean);
  const [uid, gid] = [Number(account?.[2]), Number(account?.[3])];
  if (!uid || !gid)
    throw new PlainError(
      'PostgreSQL cannot run as root, and there is no user "postgres" or "nobody" to run it as: start Porchlight as an ordinary user.',
    );
  return { uid, gid };
};

/**
 * A folder that the given user owns and reaches: `wished`, or where that lies behind a root-only folder (a clone under
 * /root) one of the same purpose under /var/lib.
 */
export const reachableFolder = async (wished: string, user: PostgresUser | undefined): Promise<string> => {
  if (!user) return wished;
  await mkdir(dirname(wished), { recursive: true });
  if (await canEnter(dirname(wished), user)) return wished;
  const name = createHash('sha256').update(wished).digest('hex').slice(0, 12);
  const home = '/var/lib/porchlight';
  await mkdir(home, { recursive: true });
  await chmod(home, 0o711);
  return join(home, name);
};

/** Makes an empty folder of the user's own, closed to others. */
export const ownFolder = async (folder: string, user: PostgresUser | undefined): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
};

const canEnter = async (folder: string, user: PostgresUser): Promise<boolean> =>
  (await run('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' })).code === 0;

/** The PostgreSQL programs where the user can run them: as installed, or copied to `copyTo` once. */
export const runnablePrograms = async (
  installed: string,
  copyTo: string,
  user: PostgresUser | undefined,
): Promise<string> => {
  const runs = async (programs: string): Promise<boolean> =>
    (await run(join(programs, 'bin/postgres'), ['--version'], { ...user, cwd: '/' })).code === 0;
  if (await runs(installed)) return installed;
  if (await runs(copyTo)) return copyTo;
  await cp(installed, copyTo, { recursive: true, verbatimSymlinks: true });
  if (user) await run('chown', ['-R', `${user.uid}:${user.gid}`, copyTo]);
  if (await runs(copyTo)) return copyTo;
  const { err } = await run(join(copyTo, 'bin/postgres'), ['--version'], { ...user, cwd: '/' });
  throw new PlainError(
    `PostgreSQL's programs do not run on this machine (${err.trim()}): set PORCHLIGHT_POSTGRES_URL.`,
  );
};
