import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from './install.mjs';

/** Whether this version of Node runs Porchlight: 24.9 or newer. */
export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 9);
};

/** The Node that npm installed for us, if it runs on this machine. */
export const newerNode = (root) => {
  const installed = join(root, 'node_modules/.bin/node');
  return existsSync(installed) && spawnSync(installed, ['--version'], { stdio: 'ignore' }).status === 0
    ? installed
    : undefined;
};

/** Runs a program under another Node as if it were this process: same terminal, signals passed on, same exit code. */
export const runUnder = (node, program, args) =>
  new Promise(() => {
    const child = spawn(node, [program, ...args], {
      env: { ...process.env, PATH: `${join(node, '..')}${delimiter}${process.env.PATH}` },
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    // npm's shell dies by a signal without passing it on.
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 100).unref();
    child.once('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
    child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  });
