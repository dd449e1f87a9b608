// `npm run check:deploy`: see check.ts.
import { runUnderNewerNode } from '../local/under-newer-node.mjs';

await runUnderNewerNode('tools/deploy/run.ts');
