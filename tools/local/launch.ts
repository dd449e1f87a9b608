// `npm start`, second half: builds the launcher itself with our libraries in it, and runs it.
import { bundle } from '../build/bundle.ts';

const file = 'dist/tools/start.js';
await bundle({ entry: 'tools/local/start.ts', file, pruned: true });
await import(`../../${file}`);
