// `npm run bench`, second half: builds what is measured and the bench itself with our libraries in it, and runs it.
import { spawnSync } from 'node:child_process';
import { bundle, root } from '../build/bundle.ts';
import { chromium } from '../local/browser.ts';

const services = ['identity', 'projects', 'leads', 'notifications', 'portal-gateway'];
const build = (args: string[]): void => {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}\n${stderr}`);
};

process.env['CHROME_PATH'] ??= await chromium();
build(['--no-warnings', 'tools/build/build.ts', 'provision', 'test-run', ...services]);
build(['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '-p', 'portal', 'dashboard']);
const file = 'dist/tools/bench.js';
const testRun = 'dist/tools/test-run.js';
await bundle({ entry: 'tools/bench/main.ts', file, pruned: true });
type Stop = () => Promise<void>;
const { startTestRun }: { startTestRun: (root: string) => Promise<Stop> } = await import(`../../${testRun}`);
const stop = await startTestRun(root);
try {
  const { main }: { main: (root: string, args: string[]) => Promise<void> } = await import(`../../${file}`);
  await main(root, process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await stop();
process.exit();
