import { PlainError } from '@porchlight/installation';
import { launch } from './launcher';
import { readSettings, usage } from './settings';

/** Faults of the machine in plain words; whatever else is our own and shows its stack. */
const explain = (error: unknown): string => {
  if (error instanceof PlainError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return 'The disk is full: make room and start again.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `Porchlight may not write its data (${error instanceof Error ? error.message : ''}): name another folder with PORCHLIGHT_DATA.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

// Whoever read our lines may have gone (`npm start | head`); the system runs on.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

if (process.argv.includes('--help')) console.log(usage);
else
  launch(readSettings(process.argv.slice(2), process.env)).catch((error: unknown) => {
    console.error(`\n${explain(error)}`);
    process.exitCode = 1;
  });
