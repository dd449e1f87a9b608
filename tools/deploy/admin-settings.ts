import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, root } from '../build/bundle.ts';

/** What reads the environment of an operator's commands, and throws for what it lacks. */
export interface AdminSettings {
  readonly backupSettings: () => unknown;
  readonly restoreSettings: () => unknown;
  readonly companySettings: () => unknown;
}

/** That of `tools/admin`: nothing imports an app, so it is built by itself and then read. */
export const adminSettings = async (): Promise<AdminSettings> => {
  const file = 'dist/tools/config/admin.js';
  await bundle({ entry: 'tools/admin/settings.ts', file, pruned: true });
  return (await import(pathToFileURL(join(root, file)).href)) as AdminSettings;
};

/** What a command would say at its start of an environment; nothing where it starts. */
export const commandFaults = (settings: () => unknown, environment: Readonly<Record<string, string>>): string[] => {
  const before = process.env;
  process.env = { ...environment };
  try {
    settings();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    process.env = before;
  }
};
