import { services } from '@porchlight/contracts';
import { PlainError } from '@porchlight/installation';
import { run } from '@porchlight/testing';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const webApps = ['dashboard', 'portal'];
const sources = ['apps', 'libs', 'tools/build', 'tools/provision'];
const forTestsOnly = /^\/(apps\/e2e|libs\/testing)\/|\.spec\.ts$/;
const files = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];

/** Builds services, provisioning and both apps, unless what is built came from these very sources. */
export const buildAll = async (root: string, say: (line: string) => void): Promise<void> => {
  const stamp = join(root, 'dist/.built-from');
  const wanted = await fingerprint(root);
  if ((await isBuilt(root)) && (await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  say('Building services and apps…');
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  const builds = [
    run(process.execPath, ['--no-warnings', 'tools/build/build.ts', 'provision', ...services], { cwd: root, env }),
    run(
      process.execPath,
      ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '-p', ...webApps, '--output-style=stream'],
      { cwd: root, env },
    ),
  ];
  for (const built of await Promise.all(builds))
    if (built.code !== 0) throw new PlainError(`The build failed:\n${lastLines(`${built.out}\n${built.err}`, 30)}`);
  await writeFile(stamp, wanted);
};

const isBuilt = async (root: string): Promise<boolean> =>
  [
    'dist/tools/provision.js',
    ...services.map((name) => `dist/apps/${name}/main.js`),
    ...webApps.map((name) => `dist/apps/${name}/browser/index.html`),
  ].every((file) => existsSync(join(root, file)));

const lastLines = (text: string, count: number): string => text.trim().split('\n').slice(-count).join('\n');

/** A hash over every file that a build reads. */
const fingerprint = async (root: string): Promise<string> => {
  const hash = createHash('sha256');
  const listed = await Promise.all(
    sources.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  );
  const read = listed.flat().filter((file) => !forTestsOnly.test(file.slice(root.length)));
  for (const file of [...read.sort(), ...files.map((name) => join(root, name))])
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
};
