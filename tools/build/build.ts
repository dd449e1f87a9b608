import { bundle, type Bundle } from './bundle.ts';

/** `node tools/build/build.ts <name>…`: a server app by its name, or `provision`. */
const bundleNamed = (name: string): Bundle =>
  name === 'provision'
    ? { entry: 'tools/provision/main.ts', file: 'dist/tools/provision.js' }
    : { entry: `apps/${name}/src/main.ts`, file: `dist/apps/${name}/main.js`, assets: `apps/${name}/templates` };

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
