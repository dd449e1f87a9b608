import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fail, installDependencies } from './install.mjs';
import { newerNode } from './newer-node.mjs';

const root = join(import.meta.dirname, '../..');

/**
 * The first half of every npm script. Runs on the Node that happens to be there (20.19 or newer), on nothing but itself:
 * installs the dependencies when they are missing or out of date, then hands over to a script under Node 24.
 */
export const runUnderNewerNode = async (script, args = process.argv.slice(2)) => {
  await installDependencies(root);
  const node = newerNode(root);
  if (!node)
    fail(`Porchlight needs Node 24.9 or newer and this is ${process.version}: install Node 24 and run it again.`);

  const child = spawn(node, ['--no-warnings', join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
};
