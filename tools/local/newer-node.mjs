import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The Node to run everything with: npm's node-linux-… package, or the present one if it is 24.9 or newer. */
export const newerNode = (root) => {
  const installed = join(root, 'node_modules/.bin/node');
  if (existsSync(installed) && spawnSync(installed, ['--version'], { stdio: 'ignore' }).status === 0) return installed;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 9) ? process.execPath : undefined;
};
