import { chromium } from '../local/browser.ts';
import { runStages } from './stage.ts';
import {
  boundaries,
  build,
  deployment,
  documents,
  format,
  graph,
  integration,
  lint,
  stories,
  types,
  unit,
  webTypes,
} from './stages.ts';

/** `npm test`: everything, on real services and in a real browser. */
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
  build,
  integration,
  stories(chromium),
]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = ok ? 0 : 1;
