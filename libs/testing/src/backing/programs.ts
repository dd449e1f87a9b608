import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from '@porchlight/installation';
import { run } from '../process/run';
import { libraryFolders, unpackPackages } from './debian-packages';

/** A program that npm does not carry, and the ways to come by it. */
export interface Wanted {
  /** As the user knows it, e.g. "NATS". */
  readonly title: string;
  readonly command: string;
  /** Debian and Ubuntu packages; the first carries the program. */
  readonly packages: readonly string[];
  readonly brew: string;
  /** The variable that names a running one instead. */
  readonly variable: string;
}

export interface Program {
  readonly command: string;
  readonly env: Record<string, string>;
}

/**
 * Finds a program on PATH, or among the packages unpacked under `cache` (unpacking them first), or in Homebrew.
 * Throws a PlainError that says what to install.
 */
export const findProgram = async (wanted: Wanted, cache: string): Promise<Program> => {
  const onPath = findOnPath(wanted.command);
  if (onPath) return { command: onPath, env: {} };
  const folder = join(cache, wanted.command);
  const unpacked = await unpackedProgram(folder, wanted.command);
  if (unpacked) return unpacked;
  const reason = await fetchProgram(wanted, folder);
  const fetched = (await unpackedProgram(folder, wanted.command)) ?? brewProgram(wanted.command);
  if (fetched) return fetched;
  throw new PlainError(
    `${wanted.title} is missing (${reason}): install ${wanted.packages[0]}, or set ${wanted.variable} to one that runs.`,
  );
};

const fetchProgram = async (wanted: Wanted, folder: string): Promise<string> => {
  if (findOnPath('apt-get') && findOnPath('dpkg'))
    return (await unpackPackages(wanted.packages, folder)) ?? `its package has no ${wanted.command}`;
  const brew = findOnPath('brew');
  if (!brew) return `no ${wanted.command} on PATH, and neither apt-get nor Homebrew to get it with`;
  const installed = await run(brew, ['install', wanted.brew], { timeoutMs: 600_000 });
  return installed.code === 0 ? `Homebrew installed no ${wanted.command}` : installed.err.trim();
};

/** The full path of a command, searched as a shell does and in the folders that ordinary users often lack. */
export const findOnPath = (command: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin']
    .filter(Boolean)
    .map((folder) => join(folder, command))
    .find(isExecutable);

export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const unpackedProgram = async (folder: string, command: string): Promise<Program | undefined> => {
  const path = ['usr/sbin', 'usr/bin'].map((place) => join(folder, place, command)).find((file) => existsSync(file));
  return path ? { command: path, env: { LD_LIBRARY_PATH: (await libraryFolders(folder)).join(delimiter) } } : undefined;
};

const brewProgram = (command: string): Program | undefined =>
  ['/opt/homebrew/bin', '/usr/local/bin', '/home/linuxbrew/.linuxbrew/bin']
    .map((folder) => join(folder, command))
    .filter(isExecutable)
    .map((found) => ({ command: found, env: {} }))[0];
