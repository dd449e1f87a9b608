import { readFileSync, writeFileSync } from 'node:fs';
import { busUsersOfNats } from './bus-users';
import { configuration } from './configuration';
import { events } from './events';
import { permissions } from './permissions';

const documents = [events, permissions, ...busUsersOfNats, configuration];

for (const { file, source, text } of documents) {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what ${source} says. Run: npm run docs`);
    process.exitCode = 1;
  }
}
