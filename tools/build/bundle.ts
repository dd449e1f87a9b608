import { cp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown, type RolldownLog, type RolldownOutput } from 'rolldown';

export const root = join(import.meta.dirname, '../..');

/** Our own libraries, and the runtime behind decorators. */
const isOurs = (id: string): boolean => /^(\.|\/|@porchlight\/|@oxc-project\/runtime)/.test(id);

/** Packages that are never bundled: those with native parts, and mjml, which reads files of its own. */
const installed = ['argon2', 'sharp', 'mjml'];
const isInstalled = (id: string): boolean => installed.some((name) => id === name || id.startsWith(`${name}/`));

/** Nest's packages try others that need not be there. */
const isOptionalImport = ({ code, message }: RolldownLog): boolean =>
  code === 'UNRESOLVED_IMPORT' && / in node_modules\//.test(message);

/** What one bundle is made of; all paths relative to the repository. */
export interface Bundle {
  readonly entry: string;
  readonly file: string;
  /** Leave out what is not used of our libraries and of npm packages: for tools that take one thing from a large library. */
  readonly pruned?: boolean;
  /** Take in the npm packages too. A process then starts in an eighth of the time, as most of it is finding thousands of files. */
  readonly packages?: boolean;
  /** A folder of files that are read at run time, laid beside the bundle. */
  readonly assets?: string;
}

/** Turns an entry point with all of our code behind it into one ESM file with a source map. */
export const bundle = async ({ entry, file, assets, pruned = false, packages = false }: Bundle): Promise<void> => {
  const target = join(root, file);
  const staysOutside = packages ? isInstalled : (id: string): boolean => !isOurs(id);
  const build = await rolldown({
    input: join(root, entry),
    cwd: root,
    platform: 'node',
    tsconfig: join(root, 'tsconfig.base.json'),
    treeshake: { moduleSideEffects: !pruned },
    external: (id, importer) => importer !== undefined && staysOutside(id),
    onLog: (level, log) => {
      if (level === 'warn' && !isOptionalImport(log)) throw new Error(log.message);
    },
  });
  const { output } = await build.write({
    file: target,
    format: 'esm',
    sourcemap: true,
    codeSplitting: false,
    keepNames: true,
  });
  await build.close();
  await writeFile(packagesFileOf(target), JSON.stringify(output.flatMap((part) => left(part))));
  if (assets && existsSync(join(root, assets))) await copyAssets(join(root, assets), dirname(target));
};

/** Where it stands which imports were left outside of a bundle; images install those packages beside it. */
export const packagesFileOf = (bundleFile: string): string => bundleFile.replace(/\.js$/, '.packages.json');

const left = (part: RolldownOutput['output'][number]): string[] =>
  part.type === 'chunk' ? [...part.imports, ...part.dynamicImports] : [];

const copyAssets = async (from: string, beside: string): Promise<void> => {
  const to = join(beside, 'templates');
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
};
