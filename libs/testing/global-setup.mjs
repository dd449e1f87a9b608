// Jest's globalSetup for integration tests: builds the services and starts what all the tests share. Outside of Jest's
// sandbox, so it loads the bundle that tools/build makes of libs/testing/src/run/test-run.ts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const ofTests = ['provision', 'test-run', 'messaging-test-app'];
const services = ['identity', 'projects', 'leads', 'notifications', 'portal-gateway'];

export default async () => {
  // `npm test` built the services a stage before; whoever runs specs by hand has just changed them.
  const names = process.env['PORCHLIGHT_SERVICES_BUILT'] ? ofTests : [...ofTests, ...services];
  const built = spawnSync(process.execPath, ['tools/build/build.ts', ...names], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) console.error(built.stderr);
  const { startTestRun } = await import('../../dist/tools/test-run.js');
  globalThis.stopTestRun = await startTestRun(root);
};
