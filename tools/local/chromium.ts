import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '@porchlight/installation';
import { findOnPath, libraryFolders, run, unpackPackages } from '@porchlight/testing';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The path of a Chromium for the stories, installing or unpacking Debian's where there is none. Throws a PlainError. */
export const findChromium = async (): Promise<string> => {
  const given = process.env['CHROME_PATH'];
  if (given && !(await works(given)))
    throw new PlainError(`CHROME_PATH names ${given}, which does not run: correct it.`);
  const found = given || (await installedChromium());
  if (found) return found;
  if (findOnPath('apt-get')) {
    console.log('Fetching Chromium for the stories (once)…');
    const fetched = (await installByApt()) ?? (await unpacked());
    if (fetched) return fetched;
  }
  throw new PlainError('The stories need Chromium and there is none: install it, or name one with CHROME_PATH.');
};

/** Ubuntu's `chromium-browser` may be a stub that only says where the real one is. */
const works = async (path: string): Promise<boolean> =>
  (await run(path, ['--version'], { timeoutMs: 20_000 })).code === 0;

const installedChromium = async (): Promise<string | undefined> => {
  for (const path of [...names.map(findOnPath), onMac])
    if (path && existsSync(path) && (await works(path))) return path;
  return undefined;
};

const installByApt = async (): Promise<string | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  if ((await install()).code !== 0) {
    await run('apt-get', ['update'], { env });
    await install();
  }
  return installedChromium();
};

/** Without rights to install: Debian's packages laid into a folder of ours, with a script that starts it from there. */
const unpacked = async (): Promise<string | undefined> => {
  const cache = join(process.env['PORCHLIGHT_DATA'] ?? join(process.cwd(), '.porchlight'), 'programs');
  const folder = join(cache, 'chromium');
  const script = join(cache, 'run-chromium');
  const binary = join(folder, 'usr/lib/chromium/chromium');
  if (!existsSync(binary) && (await unpackPackages(['chromium', 'chromium-common'], folder)) !== null) return undefined;
  await mkdir(join(cache, 'font-cache'), { recursive: true });
  const fonts = join(cache, 'fonts.conf');
  await writeFile(fonts, fontConfig([join(folder, 'usr/share/fonts'), '/usr/share/fonts'], join(cache, 'font-cache')));
  const libraries = (await libraryFolders(folder)).join(':');
  await writeFile(
    script,
    `#!/bin/sh\nexport LD_LIBRARY_PATH='${libraries}' FONTCONFIG_FILE='${fonts}'\nexec '${binary}' "$@"\n`,
  );
  await chmod(script, 0o755);
  return (await works(script)) ? script : undefined;
};

const fontConfig = (folders: readonly string[], cache: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
    .map((folder) => `<dir>${folder}</dir>`)
    .join('')}<cachedir>${cache}</cachedir></fontconfig>\n`;
