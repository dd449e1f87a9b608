import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalFolder } from './file-store';

const id = '0190a7c0-0000-7000-8000-000000000003';

describe('a folder of files', () => {
  let root: string;
  let files: LocalFolder;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'files-'));
    files = new LocalFolder(join(root, 'kept'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('has nothing before anything was put there', async () => {
    expect(await files.read(id)).toBeNull();
    expect(await files.stream(id)).toBeNull();
    expect(await files.ids()).toEqual([]);
    await files.drop(id);
  });

  it('keeps bytes until they are dropped, and no part of a file beside them', async () => {
    await files.put(id, Buffer.from('first'));
    await files.put(id, Buffer.from('second'));
    expect((await files.read(id))?.toString()).toBe('second');
    expect(await files.ids()).toEqual([id]);
    expect(await readdir(join(root, 'kept', id.slice(-2)))).toEqual([id]);
    await files.drop(id);
    expect(await files.read(id)).toBeNull();
  });

  it('hands on all of a file that is dropped meanwhile', async () => {
    await files.put(id, Buffer.from('whole'));
    const found = await files.stream(id);
    await files.drop(id);
    const chunks: Buffer[] = [];
    for await (const chunk of found?.bytes ?? []) chunks.push(chunk);
    expect([found?.size, Buffer.concat(chunks).toString()]).toEqual([5, 'whole']);
  });

  it.each(['../secret', 'a/b', '', '..', `${id}/../x`])('is not led elsewhere by %j', async (name) => {
    await expect(files.put(name, Buffer.from('x'))).rejects.toThrow();
    expect(() => files.read(name)).toThrow();
  });
});
