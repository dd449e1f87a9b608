import { bundle, type Bundle } from './bundle.ts';

const toolEntries: Record<string, string> = {
  admin: 'tools/admin/main.ts',
  provision: 'tools/provision/main.ts',
  'test-run': 'libs/testing/src/run/test-run.ts',
};

/** `node tools/build/build.ts <name>…`: a server app or one of the tools by its name. */
const bundleNamed = (name: string): Bundle => {
  // Started as services are, so made like them.
  if (name === 'messaging-test-app')
    return { entry: 'libs/messaging/src/test-app/main.ts', file: `dist/tools/${name}.js`, packages: true };
  const tool = toolEntries[name];
  if (tool) return { entry: tool, file: `dist/tools/${name}.js`, pruned: true };
  const app = `apps/${name}`;
  return { entry: `${app}/src/main.ts`, file: `dist/${app}/main.js`, packages: true, assets: `${app}/templates` };
};

for (const name of process.argv.slice(2)) {
  const started = performance.now();
  try {
    await bundle(bundleNamed(name));
    console.log(`${name}: built in ${Math.round(performance.now() - started)} ms`);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
