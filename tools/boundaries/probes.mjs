/**
 * Proves that each lint boundary still bites: lints one violation per rule in the place of a file that is there, and
 * expects exactly that rule to speak up. A rule that went silent (a missing project graph, a renamed tag) fails here and
 * not in somebody's review. Nothing is written, so it may run beside other checks.
 */
import { ESLint } from 'eslint';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const boundaries = '@nx/enforce-module-boundaries';
const imports = 'no-restricted-imports';

/** @type {{ in: string, says: string, code: string }[]} */
const probes = [
  { in: 'libs/contracts/src', says: boundaries, code: "export * from '@porchlight/platform';" },
  { in: 'libs/contracts/src', says: imports, code: "export * from 'node:fs';" },
  { in: 'libs/contracts/src', says: imports, code: "export * from '@nestjs/common';" },
  { in: 'libs/platform/src', says: boundaries, code: "export * from '@porchlight/messaging';" },
  { in: 'libs/platform/src', says: boundaries, code: "export * from '@porchlight/testing';" },
  { in: 'libs/platform/src', says: imports, code: "export * from '@nats-io/transport-node';" },
  { in: 'libs/platform/src', says: boundaries, code: "export * from '@porchlight/media';" },
  { in: 'libs/media/src', says: boundaries, code: "export * from '@porchlight/messaging';" },
  { in: 'libs/media/src', says: imports, code: "export * from '@nats-io/jetstream';" },
  { in: 'libs/media/src', says: 'no-restricted-properties', code: 'export const home = process.env.HOME;' },
  { in: 'libs/messaging/src', says: boundaries, code: "export * from '../../../apps/identity/src/app.module';" },
  { in: 'libs/ui/src', says: boundaries, code: "export * from '@porchlight/platform';" },
  { in: 'libs/ui/src', says: imports, code: "export * from 'pg';" },
  { in: 'apps/projects/src', says: boundaries, code: "export * from '../../identity/src/app.module';" },
  { in: 'apps/projects/src', says: boundaries, code: "export * from '@porchlight/ui';" },
  { in: 'apps/projects/src', says: boundaries, code: "export * from '@porchlight/testing';" },
  { in: 'apps/projects/src', says: imports, code: "export * from '@nats-io/jetstream';" },
  { in: 'apps/projects/src', says: 'no-restricted-properties', code: 'export const home = process.env.HOME;' },
  { in: 'apps/portal-gateway/src', says: imports, code: "export * from '@porchlight/media';" },
  { in: 'apps/notifications/src', says: imports, code: "export * from 'sharp';" },
  { in: 'apps/dashboard/src', says: boundaries, code: "export * from '@porchlight/messaging';" },
  { in: 'apps/portal/src', says: boundaries, code: "export * from '../../dashboard/src/main';" },
  { in: 'apps/portal/src', says: imports, code: "export * from '@mikro-orm/core';" },
  { in: 'apps/e2e/src', says: boundaries, code: "export * from '../../projects/src/app.module';" },
  { in: 'libs/installation/src', says: boundaries, code: "export * from '@porchlight/platform';" },
  { in: 'apps/leads/src', says: boundaries, code: "export * from '@porchlight/installation';" },
  { in: 'tools/admin', says: boundaries, code: "export * from '@porchlight/testing';" },
  { in: 'tools/provision', says: boundaries, code: "export * from '@porchlight/testing';" },
  { in: 'tools/local', says: boundaries, code: "export * from '../../apps/leads/src/app.module';" },
  { in: 'apps/leads/src', says: '@typescript-eslint/no-explicit-any', code: 'export const a: any = 1;' },
  {
    in: 'apps/leads/src',
    says: '@typescript-eslint/no-non-null-assertion',
    code: 'export const b = (x?: string) => x!;',
  },
  {
    in: 'apps/leads/src',
    says: '@typescript-eslint/no-floating-promises',
    code: 'export const c = () => { Promise.resolve(); };',
  },
];

/** A source file straight in the folder, or else anywhere in it, for the violation to stand in for. */
const fileIn = async (folder) => {
  const names = (await readdir(join(root, folder), { recursive: true })).filter((name) =>
    /(?<!\.spec)\.ts$/.test(name),
  );
  const [name] = names.sort((one, other) => one.split('/').length - other.split('/').length || (one < other ? -1 : 1));
  if (name === undefined) throw new Error(`${folder} has no source file to probe`);
  return join(root, folder, name);
};

/** The probe's code, its relative imports seen from `file` instead of from the folder. */
const codeFor = (probe, file) =>
  probe.code.replace(/'(\.\.?\/[^']+)'/, (_, path) => `'${relative(dirname(file), join(root, probe.in, path))}'`);

const eslint = new ESLint({ cwd: root });
const failures = [];
for (const probe of probes) {
  const file = await fileIn(probe.in);
  const [result] = await eslint.lintText(`${codeFor(probe, file)}\n`, { filePath: file });
  const said = result.messages.map((message) => message.ruleId ?? message.message);
  if (!said.includes(probe.says)) {
    failures.push(`${probe.in}: ${probe.code}\n    expected ${probe.says}, heard ${said.join(', ') || 'nothing'}`);
  }
}
for (const failure of failures) console.error(`  not caught  ${failure}`);
console.log(`boundaries: ${probes.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
