import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { bundle, root } from '../build/bundle.ts';

/** `node tools/deploy/run.ts`: see check.ts. */
const file = 'dist/tools/check-deploy.js';
await bundle({ entry: 'tools/deploy/check.ts', file, pruned: true });
await import(pathToFileURL(join(root, file)).href);
