// `npm run docs`: see run.ts.
import { runUnderNewerNode } from '../local/under-newer-node.mjs';

await runUnderNewerNode('tools/docs/run.ts');
