import { idSchema } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where bytes rest under ids that nobody can guess. Rows in PostgreSQL say what they are. */
export interface FileStore {
  /** All of it is there afterwards, or nothing. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is nothing under that id. */
  read(id: string): Promise<Buffer | null>;
  /** The same for what is handed on. */
  stream(id: string): Promise<{ readonly size: number; readonly bytes: Readable } | null>;
  /** Nothing is there afterwards, whether or not there was. */
  drop(id: string): Promise<void>;
}

/** A folder of this machine, or of a volume that the replicas share; one file an id, in 256 folders. */
export class LocalFolder implements FileStore {
  constructor(private readonly root: string) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    const target = this.path(id);
    await mkdir(join(target, '..'), { recursive: true });
    const unfinished = `${target}.${randomUUID()}.part`;
    try {
      const file = await open(unfinished, 'wx', 0o640);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, target);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  read(id: string): Promise<Buffer | null> {
    return orNull(readFile(this.path(id)));
  }

  async stream(id: string): Promise<{ size: number; bytes: Readable } | null> {
    const file = await orNull(open(this.path(id)));
    if (!file) return null;
    // Of the open file: dropped meanwhile, it is still read to its end.
    return { size: (await file.stat()).size, bytes: file.createReadStream() };
  }

  async drop(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** All that is kept, for tests and sweeps. */
  async ids(): Promise<string[]> {
    const found = (await orNull(readdir(this.root, { recursive: true }))) ?? [];
    return found
      .map((name) => name.slice(name.lastIndexOf('/') + 1))
      .filter((name) => idSchema.safeParse(name).success);
  }

  /** Throws on what is no id, so that no name can lead anywhere else. The last digits spread; UUIDv7 begin alike. */
  private path(id: string): string {
    const name = idSchema.parse(id);
    return join(this.root, name.slice(-2), name);
  }
}

const orNull = async <T>(found: Promise<T>): Promise<T | null> => {
  try {
    return await found;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};
