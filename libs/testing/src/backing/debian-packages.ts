import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, type RunResult } from '../process/run';

/** Options for apt that keep everything it writes inside `state`, so that an ordinary user may refresh the lists. */
const ownState = (state: string): string[] => [
  '-o',
  `Dir::State=${state}`,
  '-o',
  `Dir::Cache=${state}`,
  '-o',
  'Dir::State::status=/var/lib/dpkg/status',
];

/**
 * Lays Debian or Ubuntu packages, with what they need and the system lacks, unpacked into `folder`, without installing
 * anything. Gives null when done, else why not.
 */
export const unpackPackages = async (names: readonly string[], folder: string): Promise<string | null> => {
  const work = `${folder}.part-${process.pid}`;
  try {
    const fault = await unpackInto(names, work);
    if (fault) return fault;
    await rm(folder, { recursive: true, force: true });
    await rename(join(work, 'root'), folder);
    return null;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

const unpackInto = async (names: readonly string[], work: string): Promise<string | null> => {
  const downloads = join(work, 'downloads');
  await mkdir(downloads, { recursive: true });
  const asRoot = process.getuid?.() === 0 ? ['-o', 'APT::Sandbox::User=root'] : [];
  const apt: Apt = (args) => run('apt-get', [...asRoot, ...args], { cwd: downloads, timeoutMs: 300_000 });

  let options: string[] = [];
  let planned = await missingPackages(apt, options, names);
  if (!planned) {
    // No lists yet: fetch our own, which an ordinary user may do too.
    options = ownState(join(work, 'apt'));
    await mkdir(join(work, 'apt/lists/partial'), { recursive: true });
    await mkdir(join(work, 'apt/archives/partial'), { recursive: true });
    const updated = await apt([...options, 'update']);
    if (updated.code !== 0) return lastLine(updated.err);
    planned = await missingPackages(apt, options, names);
  }
  if (!planned) return `the package lists know no ${names.join(' or ')}`;

  const downloaded = await apt([...options, 'download', ...new Set([...names, ...planned])]);
  if (downloaded.code !== 0) return lastLine(downloaded.err);
  for (const file of await readdir(downloads)) {
    const unpacked = await run('dpkg', ['-x', join(downloads, file), join(work, 'root')]);
    if (unpacked.code !== 0) return lastLine(unpacked.err);
  }
  return null;
};

type Apt = (args: string[]) => Promise<RunResult>;

/** What apt would install for these: they and what the system lacks. Undefined when the lists do not know them. */
const missingPackages = async (
  apt: Apt,
  options: string[],
  names: readonly string[],
): Promise<string[] | undefined> => {
  const simulated = await apt([...options, 'install', '--simulate', '--no-install-recommends', ...names]);
  if (simulated.code !== 0) return undefined;
  return [...simulated.out.matchAll(/^Inst (\S+)/gm)].flatMap(([, name]) => (name ? [name] : []));
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** The folders of shared libraries inside unpacked packages, for LD_LIBRARY_PATH. */
export const libraryFolders = async (folder: string): Promise<string[]> => {
  const triples = await readdir(join(folder, 'usr/lib')).catch(() => []);
  const gnu = triples.filter((name) => name.endsWith('-linux-gnu'));
  return gnu.flatMap((name) => [join(folder, 'usr/lib', name), join(folder, 'lib', name)]);
};
