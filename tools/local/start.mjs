// `npm start`, first half. Runs on the Node that happens to be there (20.19 or newer), on nothing but itself: installs
// the dependencies when they are missing or out of date, then hands over to launch.ts under Node 24.
import { join } from 'node:path';
import { fail, installDependencies } from './install.mjs';
import { isNewEnough, newerNode, runUnder } from './newer-node.mjs';

const root = join(import.meta.dirname, '../..');
process.chdir(root);

await installDependencies(root);
const node = newerNode(root);
if (isNewEnough(process.versions.node)) await import('./launch.ts');
else if (node) await runUnder(node, join(root, 'tools/local/launch.ts'), process.argv.slice(2));
else fail(`Porchlight needs Node 24.9 or newer and this is ${process.version}: install Node 24 and start again.`);
