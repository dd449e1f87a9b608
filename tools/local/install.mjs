import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const neededBytes = 2 * 1024 ** 3;

/** Ends with one plain sentence. */
export const fail = (sentence) => {
  console.error(`\n${sentence}`);
  process.exit(1);
};

/** Runs `npm ci` when node_modules is missing or was installed from another lock; a stamp in it tells. */
export const installDependencies = async (root) => {
  const modules = join(root, 'node_modules');
  const stamp = join(modules, '.porchlight-installed');
  const wanted = `${createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (isInstalledByHand(root, modules)) {
    writeFileSync(stamp, wanted);
    return;
  }

  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes)
    fail(
      `The disk has ${Math.round((bavail * bsize) / 1024 ** 2)} MB left and the dependencies need 2 GB: make room and start again.`,
    );

  console.log('Installing dependencies (a minute or two, this once)…');
  const started = Date.now();
  const done = await runNpm(root, modules);
  if (done.code !== 0) fail(`npm ci failed: ${reason(done.err)}`);
  writeFileSync(stamp, wanted);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
};

/** Whether npm's own record in node_modules is of this lock: then somebody ran `npm ci` or `npm install` themselves. */
const isInstalledByHand = (root, modules) => {
  const record = join(modules, '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  // npm writes the record just before the lock; a lock from a later checkout is newer by more than that.
  if (!existsSync(record) || statSync(record).mtimeMs < statSync(lock).mtimeMs - 60_000) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(lock, 'utf8')).packages;
  return Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version);
};

const runNpm = (root, modules) =>
  new Promise((resolve) => {
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    // npm itself must not run on the Node that it is about to replace.
    const [command, ...first] = npm?.endsWith('.js') ? [systemNode(modules), npm] : ['npm'];
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    const stop = () => {
      process.kill(-child.pid, 'SIGTERM');
      process.exit(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.once('error', (error) => resolve({ code: null, err: error.message }));
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
      resolve({ code, err });
    });
  });

const systemNode = (modules) =>
  process.execPath.startsWith(modules)
    ? (process.env.PATH ?? '')
        .split(':')
        .filter((folder) => !folder.startsWith(modules))
        .map((folder) => join(folder, 'node'))
        .find(existsSync)
    : process.execPath;

const reason = (err) => {
  const words = err.trim() || 'it said nothing';
  if (/ENOSPC/.test(words)) return 'the disk is full; make room and start again.';
  if (/EACCES|EPERM/.test(words)) return `a folder is not yours to write; start again as its owner.\n${words}`;
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN/.test(words))
    return `the package registry could not be reached; check the network and start again.\n${words}`;
  return words;
};
