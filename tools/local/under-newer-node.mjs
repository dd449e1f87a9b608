import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { setInterval } from 'node:timers';
import { fail, installDependencies } from './install.mjs';
import { isNewEnough, newerNode } from './newer-node.mjs';

const root = join(import.meta.dirname, '../..');

/**
 * The first half of every npm script. Runs on the Node that happens to be there (20.19 or newer), on nothing but itself:
 * installs the dependencies when they are missing or out of date, then hands over to a script under Node 24.
 */
export const runUnderNewerNode = async (script, args = process.argv.slice(2)) => {
  await installDependencies(root);
  process.chdir(root);
  process.env.PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  if (isNewEnough(process.versions.node)) {
    process.argv.splice(1, Infinity, join(root, script), ...args);
    await import(join(root, script));
    return;
  }
  const node = newerNode(root);
  if (!node)
    fail(`Porchlight needs Node 24.9 or newer and this is ${process.version}: install Node 24 and run it again.`);
  handOver(spawn(node, [join(root, script), ...args], { stdio: 'inherit' }));
};

/** Lives and dies with a child: signals are passed on, its exit code becomes ours. */
const handOver = (child) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm's shell dies by a signal without passing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 100).unref();
  child.once('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
};
