import { backup, backupList } from './backup/commands';
import type { Command } from './command';
import { restore } from './restore/command';

export const commands: readonly Command[] = [backup, backupList, restore];
