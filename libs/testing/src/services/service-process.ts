import type { ServiceName } from '@porchlight/contracts';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Child } from '../process/child';
import { PlainError } from '@porchlight/installation';
import { run } from '../process/run';

/** The built bundle of a service. */
export const bundleOf = (root: string, service: ServiceName): string => {
  const file = join(root, 'dist/apps', service, 'main.js');
  if (!existsSync(file))
    throw new PlainError(`${service} is not built: run node tools/build/build.ts ${service} first.`);
  return file;
};

const nodeOptions = ['--enable-source-maps', '--no-warnings'];
/** Reading the maps of every package is an eighth of a start; tests start services by the hundred. */
const optionsFor = ({ NODE_ENV }: NodeJS.ProcessEnv): string[] =>
  NODE_ENV === 'test' ? ['--no-warnings'] : nodeOptions;

/** Node keeps what it compiled here: half of a service's start is compiling npm packages. */
export const compileCache = (root: string): Record<string, string> => ({
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/porchlight'),
});

/** Starts a service's bundle; it is up when `/readyz` answers 200. */
export const startService = (
  root: string,
  service: ServiceName,
  env: NodeJS.ProcessEnv,
  { onLine, bundle = bundleOf(root, service) }: { onLine?: (line: string) => void; bundle?: string } = {},
): Child =>
  Child.start({
    command: process.execPath,
    args: [...optionsFor(env), bundle],
    env: { ...compileCache(root), ...env },
    cwd: root,
    onLine,
  });

/** Brings a service's schema up to date. Throws with what the service said when it cannot. */
export const migrateService = async (root: string, service: ServiceName, env: NodeJS.ProcessEnv): Promise<void> => {
  const done = await run(process.execPath, [...nodeOptions, bundleOf(root, service), 'migrate'], {
    env: { ...compileCache(root), ...env },
    cwd: root,
  });
  if (done.code !== 0) throw new Error(`${service} could not migrate its schema: ${done.err || done.out}`);
};

/** Whether somebody takes connections there: a hundredth of the work of a request, and this is asked often. */
const isThere = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => settle(false));
    socket.once('error', () => settle(false)).once('connect', () => settle(true));
  });

/** Whether the process at this address is ready for work. */
export const isReady = async (url: string): Promise<boolean> => {
  if (!(await isThere(url))) return false;
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
};
