import { minify } from '@swc/core';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { compressFolder } from './compress.ts';

const script = /\.js$/;
const firstScript = /src="(main-\w+\.js)"/;

/**
 * Makes what is served of a bundled web app: whatever the first page needs is one script (the bundler puts what later
 * scripts need too into another, one more request), pressed once more, each file named by its content and compressed.
 */
export const makePages = async (from: string, to: string): Promise<void> => {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, filter: (file) => !script.test(file) });
  const page = await readFile(join(from, 'index.html'), 'utf8');
  const [, first] = firstScript.exec(page) ?? [];
  if (!first) throw new Error(`${from}/index.html names no script of its own`);
  const named = await writeScripts(join(from, first), to);
  // What comes with the first script by then must not be asked for by itself.
  const links = /<link rel="modulepreload"[^>]*>/g;
  await writeFile(join(to, 'index.html'), page.replace(links, '').replaceAll(first, named));
  await compressFolder(to);
};

/** Writes a script with all that it imports at once in it, and what it imports later beside it; gives its new name. */
const writeScripts = async (input: string, to: string): Promise<string> => {
  const build = await rolldown({ input: { main: input } });
  const { output } = await build.write({
    dir: to,
    minify: false,
    hashCharacters: 'base36',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: 'later-[hash].js',
    plugins: [{ name: 'press', renderChunk: async (code) => ({ code: await press(code) }) }],
  });
  await build.close();
  return output[0].fileName;
};

const press = async (code: string): Promise<string> =>
  (await minify(code, { module: true, ecma: 2022, compress: { passes: 2 }, mangle: { toplevel: true } })).code;

const [from, to] = process.argv.slice(2);
if (import.meta.main && from && to) await makePages(from, to);
