import { backup, backupList } from './backup/commands';
import type { Command } from './command';
import { keysList, keysPrepare, keysRetire, keysRotate } from './keys/commands';
import { companyCreate } from './company/create';
import { deadLettersDrop, deadLettersList, deadLettersReplay } from './messages/dead-letter-commands';
import { outboxList, outboxReplay } from './messages/outbox-commands';
import { personErase } from './person/erase';
import { personExport } from './person/export';
import { rebuild } from './rebuild/command';
import { restore } from './restore/command';

export const commands: readonly Command[] = [
  backup,
  backupList,
  restore,
  keysList,
  keysRotate,
  keysPrepare,
  keysRetire,
  outboxList,
  outboxReplay,
  deadLettersList,
  deadLettersReplay,
  deadLettersDrop,
  rebuild,
  companyCreate,
  personExport,
  personErase,
];
