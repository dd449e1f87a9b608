import { cp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

export const root = join(import.meta.dirname, '../..');

/** Our own libraries are bundled, and so is the runtime behind decorators; npm packages stay where they are installed. */
const isBundled = (id: string): boolean => /^(\.|\/|@porchlight\/|@oxc-project\/runtime)/.test(id);

/** What one bundle is made of; all paths relative to the repository. */
export interface Bundle {
  readonly entry: string;
  readonly file: string;
  /** Leave out what is not used of our libraries and of npm packages: for tools that take one thing from a large library. */
  readonly pruned?: boolean;
  /** A folder of files that are read at run time, laid beside the bundle. */
  readonly assets?: string;
}

/** Turns an entry point with all of our code behind it into one ESM file with a source map. */
export const bundle = async ({ entry, file, assets, pruned = false }: Bundle): Promise<void> => {
  const target = join(root, file);
  const build = await rolldown({
    input: join(root, entry),
    cwd: root,
    platform: 'node',
    tsconfig: join(root, 'tsconfig.base.json'),
    treeshake: { moduleSideEffects: !pruned },
    external: (id, importer) => importer !== undefined && !isBundled(id),
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  await build.write({ file: target, format: 'esm', sourcemap: true, codeSplitting: false });
  await build.close();
  if (assets && existsSync(join(root, assets))) await copyAssets(join(root, assets), dirname(target));
};

const copyAssets = async (from: string, beside: string): Promise<void> => {
  const to = join(beside, 'templates');
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
};
