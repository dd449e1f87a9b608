// `npm start`: see launch.ts.
import { runUnderNewerNode } from './under-newer-node.mjs';

await runUnderNewerNode('tools/local/launch.ts');
