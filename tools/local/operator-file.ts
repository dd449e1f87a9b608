import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Read before anything is built, so it needs nothing but Node.

/** What `npm run admin` has to know of an installation, as its environment. */
export type OperatorEnvironment = Readonly<Record<string, string>>;

const fileIn = (data: string): string => join(data, 'operator.json');

/** Says where things are while they run. It holds passwords, as the secrets beside it do. */
export const writeOperatorFile = (data: string, environment: OperatorEnvironment): void =>
  writeFileSync(fileIn(data), JSON.stringify(environment), { mode: 0o600 });

export const removeOperatorFile = (data: string): void => rmSync(fileIn(data), { force: true });

/**
 * The environment for a command: what was given, and where no database was, that of the `npm start` on this data folder.
 * Never a mixture of two installations: whoever names a database names everything.
 */
export const operatorEnvironment = (data: string, given: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  if (given['PROVISION_DATABASE_URL']) return given;
  try {
    return { ...(JSON.parse(readFileSync(fileIn(data), 'utf8')) as OperatorEnvironment), ...given };
  } catch {
    return given;
  }
};
