// `npm test`: see test.ts.
import { runUnderNewerNode } from '../local/under-newer-node.mjs';

await runUnderNewerNode('tools/test/test.ts');
