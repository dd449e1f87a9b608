import { readFileSync, writeFileSync } from 'node:fs';
import { events } from './events';
import { permissions } from './permissions';

const documents = [events, permissions];

for (const { file, source, text } of documents) {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what ${source} says. Run: npm run docs`);
    process.exitCode = 1;
  }
}
