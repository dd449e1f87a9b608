// `npm start`, first half. Runs on the Node that happens to be there (20.19 or newer), on nothing but itself: installs
// the dependencies when they are missing or out of date, then hands over to launch.ts under Node 24.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fail, installDependencies } from './install.mjs';
import { newerNode } from './newer-node.mjs';

const root = join(import.meta.dirname, '../..');

await installDependencies(root);
const node = newerNode(root);
if (!node)
  fail(`Porchlight needs Node 24.9 or newer and this is ${process.version}: install Node 24 and run npm start again.`);

const bin = join(root, 'node_modules/.bin');
const child = spawn(node, ['--no-warnings', join(root, 'tools/local/launch.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
