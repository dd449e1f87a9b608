import { PlainError } from '@porchlight/installation';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { filesUnder } from './files';

/** As `sha256sum` writes and checks it. */
export const sumsFile = 'SHA256SUMS';

const sumOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** Writes down what every file of a backup is. */
export const writeSums = async (folder: string): Promise<void> => {
  const lines: string[] = [];
  for (const file of await filesUnder(folder)) lines.push(`${await sumOf(join(folder, file))}  ${file}\n`);
  await writeFile(join(folder, sumsFile), lines.join(''), { mode: 0o600 });
};

/** Throws a `PlainError` that names the files which are not what they were, or which nobody wrote down. */
export const checkSums = async (folder: string): Promise<void> => {
  const text = await readFile(join(folder, sumsFile), 'utf8').catch(() => {
    throw new PlainError(`${folder} has no ${sumsFile}: it is no whole backup`);
  });
  const wanted = new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const faults: string[] = [];
  for (const [file, sum] of wanted)
    if ((await sumOf(join(folder, file)).catch(() => 'missing')) !== sum) faults.push(file);
  for (const file of await filesUnder(folder)) if (file !== sumsFile && !wanted.has(file)) faults.push(file);
  if (faults.length > 0) throw new PlainError(`${folder} is damaged: ${faults.slice(0, 10).join(', ')}`);
};
