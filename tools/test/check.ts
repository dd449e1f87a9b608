import { runStages } from './stage.ts';
import { boundaries, deployment, documents, format, graph, lint, types, unit, webTypes } from './stages.ts';

/** The quick local twin of `npm test`: what needs no services. */
const { passed, failed, ok } = await runStages([
  format,
  graph,
  lint,
  boundaries,
  types,
  ...webTypes,
  documents,
  deployment,
  unit,
]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = ok ? 0 : 1;
