import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, type Count, type Lanes, type Stage } from './stage.ts';

const results = join(root, 'test-results');
await mkdir(results, { recursive: true });

const jestFlags = '--experimental-vm-modules --no-warnings';
const webProjects = ['apps/dashboard', 'apps/portal', 'libs/ui'];

const jestCount = (file: string) => async (): Promise<Count> => {
  const report: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number } = JSON.parse(
    await readFile(file, 'utf8'),
  );
  return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, report.numFailedTestSuites) };
};

/** For what runs after `build`. */
const built = { PORCHLIGHT_SERVICES_BUILT: 'yes' };

const jest = (name: string, config: string, env: NodeJS.ProcessEnv = {}): Stage => {
  const report = join(results, `${name}.json`);
  return {
    name,
    command: [
      'node',
      'node_modules/jest/bin/jest.js',
      '--config',
      config,
      '--json',
      `--outputFile=${report}`,
      '--silent=false',
    ],
    env: () => ({ NODE_OPTIONS: jestFlags, NODE_ENV: 'test', ...env }),
    count: jestCount(report),
  };
};

const storiesReport = join(results, 'stories.json');

const format: Stage = { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] };
/** The lint rule for boundaries reads the project graph; this writes it. */
export const graph: Stage = { name: 'workspace', command: ['nx', 'show', 'projects'] };
const lint: Stage = { name: 'lint', command: ['eslint', '--max-warnings=0', 'apps', 'libs', 'tools'] };
const boundaries: Stage = {
  name: 'boundary probes',
  command: ['node', 'tools/boundaries/probes.mjs'],
};
const types: Stage = { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] };
const webTypes: Stage[] = webProjects
  .filter((project) => existsSync(join(root, project, 'tsconfig.spec.json')))
  .map((project) => ({
    name: `types of ${project}`,
    command: ['tsc', '--noEmit', '-p', `${project}/tsconfig.spec.json`],
  }));
const documents: Stage = { name: 'generated documents', command: ['node', 'tools/docs/run.ts', '--check'] };
/** Manifests and the compose file against the published schemas and our own rules. */
const deployment: Stage = { name: 'deployment', command: ['node', '--no-warnings', 'tools/deploy/run.ts'] };
/** All that reads the sources alone, after the workspace; half of it in either lane, as measured. */
export const readings: Lanes = [
  [lint, format],
  [types, boundaries, ...webTypes, documents, deployment],
];
export const unit: Stage = jest('unit', 'jest.config.mjs');
export const build: Stage = {
  name: 'build',
  command: ['nx', 'run-many', '-t', 'build', '--parallel=2', '--outputStyle=stream-without-prefixes'],
};
export const integration: Stage = jest('integration', 'jest.integration.config.mjs', built);
export const stories = (chromium: () => Promise<string>): Stage => ({
  name: 'stories',
  command: ['playwright', 'test', '--config', 'apps/e2e/playwright.config.ts'],
  env: async () => ({ CHROME_PATH: await chromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: storiesReport, ...built }),
  count: async () => {
    const report: { stats: { expected: number; unexpected: number; flaky: number } } = JSON.parse(
      await readFile(storiesReport, 'utf8'),
    );
    return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
  },
});
