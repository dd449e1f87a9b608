import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { bundle, root } from '../build/bundle.ts';

/** `node tools/docs/run.ts [--check]`: writes the generated documents, or with `--check` fails when one is out of date. */
const file = 'dist/tools/documents.js';
await bundle({ entry: 'tools/docs/documents.ts', file });
await import(pathToFileURL(join(root, file)).href);
