// `npm run admin`, second half: builds the program that the image holds, and runs it.
import { bundle } from '../build/bundle.ts';

const file = 'dist/tools/admin.js';
await bundle({ entry: 'tools/admin/main.ts', file, pruned: true });
await import(`../../${file}`);
