// `npm run check`: see check.ts.
import { runUnderNewerNode } from '../local/under-newer-node.mjs';

await runUnderNewerNode('tools/test/check.ts');
