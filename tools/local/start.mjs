// `npm start`, first half; launch.ts is the second.
import { runUnderNewerNode } from './under-newer-node.mjs';

await runUnderNewerNode('tools/local/launch.ts');
