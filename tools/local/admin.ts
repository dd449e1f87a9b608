// `npm run admin`, second half: builds the program that the image holds, and runs it; beside an `npm start` for that.
import { resolve } from 'node:path';
import { bundle } from '../build/bundle.ts';
import { operatorEnvironment } from './operator-file.ts';

const file = 'dist/tools/admin.js';
await bundle({ entry: 'tools/admin/main.ts', file, pruned: true });
Object.assign(process.env, operatorEnvironment(resolve(process.env['PORCHLIGHT_DATA'] || '.porchlight'), process.env));
await import(`../../${file}`);
