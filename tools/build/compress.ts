import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(?:css|js|json|svg|txt)$/;
const made = /\.(?:br|gz)$/;

/**
 * Lays `name.br` and `name.gz` beside each file of a folder that gains by it, as small as they get: made once, they cost a
 * server nothing to send. The page itself is left alone, as the gateway writes the first view into it.
 */
export const compressFolder = async (folder: string): Promise<void> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    if (made.test(name)) await rm(file);
    else if (compressible.test(name)) await compressFile(file);
  }
};

const compressFile = async (file: string): Promise<void> => {
  const bytes = await readFile(file);
  const best = constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: best, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const forms = [
    ['br', await promisify(brotliCompress)(bytes, { params })],
    ['gz', await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })],
  ] as const;
  for (const [ending, compressed] of forms)
    if (compressed.length < bytes.length) await writeFile(`${file}.${ending}`, compressed);
};
