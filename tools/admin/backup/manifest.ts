import { PlainError } from '@porchlight/installation';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  /** Relative to the backup: a line a row, JSON arrays of values in PostgreSQL's own text, gzipped. */
  file: z.string(),
});

const manifestSchema = z.object({
  format: z.literal(1),
  at: z.iso.datetime(),
  /** Of Porchlight and of PostgreSQL. */
  version: z.string(),
  postgres: z.string(),
  schemas: z.array(z.object({ name: z.string(), migrations: z.array(z.string()), tables: z.array(tableSchema) })),
  folders: z.array(z.object({ name: z.string(), files: z.int().nonnegative(), bytes: z.int().nonnegative() })),
});

export type Table = z.infer<typeof tableSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Schema = Manifest['schemas'][number];

export const manifestFile = 'manifest.json';

/** What a backup says of itself. Throws a `PlainError` for a folder that is none. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => {
    throw new PlainError(`${folder} is no backup: there is no ${manifestFile} in it`);
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new PlainError(`${folder} is no backup that this version can read`);
  }
};
