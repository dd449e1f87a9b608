import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { packagesFileOf, root } from './bundle.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

/** The package that an import names: `argon2`, `@nats-io/jetstream` of `@nats-io/jetstream/internal`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** The packages that a built bundle (relative to the repository) takes from beside it. */
const packagesOf = async (bundleFile: string): Promise<string[]> => {
  const imports = await readJson<string[]>(join(root, packagesFileOf(bundleFile)));
  const { dependencies = {} } = await readJson<Manifest>(join(root, 'package.json'));
  // What is none of ours, libraries try and do without.
  return [...new Set(imports.map(packageOf))].filter((name) => name in dependencies);
};

/** Where Node finds a package from a folder; undefined for one that is not installed, as those of other systems. */
const folderOf = (name: string, from: string): string | undefined => {
  const found = join(from, 'node_modules', name);
  if (existsSync(found)) return found;
  return from === root ? undefined : folderOf(name, dirname(from));
};

/** Copies the packages that a bundle takes from beside it, with all that they need in turn, as npm has laid them. */
export const copyPackages = async (bundleFile: string, to: string): Promise<void> => {
  const wanted = new Set<string>();
  const want = async (name: string, from: string): Promise<void> => {
    const folder = folderOf(name, from);
    if (!folder || wanted.has(folder)) return;
    wanted.add(folder);
    const { dependencies, optionalDependencies } = await readJson<Manifest>(join(folder, 'package.json'));
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) await want(needed, folder);
  };
  for (const name of await packagesOf(bundleFile)) await want(name, root);
  for (const folder of wanted) copyPackage(folder, join(to, relative(root, folder)));
};

/** What is for people and their tools to read, and a third of all files. */
const unread = /\.(map|d\.[cm]?ts)$/;

/** Packages inside of a package are wanted for themselves, or not at all. `cp` with a filter would take three times as long. */
const copyPackage = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) {
      if (!unread.test(entry.name)) copyFileSync(source, target);
    } else if (entry.name !== 'node_modules') copyPackage(source, target);
  }
};
