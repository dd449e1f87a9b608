import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFolder } from './compress';

describe('compressFolder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-compress-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const script = 'export const word = "porch";\n'.repeat(50);
  const names = async () => (await readdir(folder, { recursive: true })).sort();

  it('lays both forms beside a file, which read back the same', async () => {
    await mkdir(join(folder, 'deep'));
    await writeFile(join(folder, 'deep/main.js'), script);
    await compressFolder(folder);
    expect(brotliDecompressSync(await readFile(join(folder, 'deep/main.js.br'))).toString()).toBe(script);
    expect(gunzipSync(await readFile(join(folder, 'deep/main.js.gz'))).toString()).toBe(script);
    expect(await readFile(join(folder, 'deep/main.js'), 'utf8')).toBe(script);
  });

  it('leaves alone the page, what is compressed by nature, and what would only grow', async () => {
    for (const [name, text] of Object.entries({ 'index.html': script, 'photo.webp': script, 'tiny.js': '1' }))
      await writeFile(join(folder, name), text);
    await compressFolder(folder);
    expect(await names()).toEqual(['index.html', 'photo.webp', 'tiny.js']);
  });

  it('can be done again, and keeps nothing of a file that is gone', async () => {
    await writeFile(join(folder, 'old.js'), script);
    await compressFolder(folder);
    await rm(join(folder, 'old.js'));
    await writeFile(join(folder, 'new.js'), script);
    await compressFolder(folder);
    expect(await names()).toEqual(['new.js', 'new.js.br', 'new.js.gz']);
  });
});
