import { runStages } from './stage.ts';
import { graph, readings, unit } from './stages.ts';

/** The quick local twin of `npm test`: what needs no services. */
const { passed, failed, ok } = await runStages([graph, readings, unit]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = ok ? 0 : 1;
