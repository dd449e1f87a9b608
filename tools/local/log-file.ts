import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const mostBytes = 20 * 1024 ** 2;

/** A file for what one process says; when it grows past 20 MB the old half is kept as `.1`. */
export const logFile = (folder: string, name: string): ((line: string) => void) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.log`);
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return (line) => {
    const text = `${line}\n`;
    size += Buffer.byteLength(text);
    if (size > mostBytes) {
      rmSync(`${file}.1`, { force: true });
      renameSync(file, `${file}.1`);
      size = Buffer.byteLength(text);
    }
    appendFileSync(file, text, { mode: 0o600 });
  };
};
