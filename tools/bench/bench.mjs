// `npm run bench -- portal|lighthouse`: see launch.ts.
import { runUnderNewerNode } from '../local/under-newer-node.mjs';

await runUnderNewerNode('tools/bench/launch.ts');
