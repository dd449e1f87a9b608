// `npm run admin -- <command>`: see admin.ts.
import { runUnderNewerNode } from './under-newer-node.mjs';

await runUnderNewerNode('tools/local/admin.ts');
