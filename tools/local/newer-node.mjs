import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this version of Node runs Porchlight: 24.9 or newer. */
export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 9);
};

/** The Node that npm installed for us, if it runs on this machine. */
export const newerNode = (root) => {
  const installed = join(root, 'node_modules/.bin/node');
  const runs = existsSync(installed) && spawnSync(installed, ['--version'], { stdio: 'ignore' }).status === 0;
  return runs ? installed : undefined;
};
