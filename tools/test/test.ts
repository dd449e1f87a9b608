import { chromium } from '../local/browser.ts';
import { runStages } from './stage.ts';
import { build, graph, integration, readings, stories, unit } from './stages.ts';

/** `npm test`: everything, on real services and in a real browser. */
const { passed, failed, ok } = await runStages([graph, readings, unit, build, integration, stories(chromium)]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = ok ? 0 : 1;
