import { services, type ServiceName } from '@porchlight/contracts';
import type { System } from '@porchlight/testing';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The one line of the built services that puts up the application's own wall. */
const filterLine = 'this.tenantFilter.show(em, given.companyId);';

/** Runs `work` on services from which the tenant filter was taken, and nothing else; they stay so. Row-level security stands alone. */
export const withoutTenantFilter = async (system: System, work: () => Promise<void>): Promise<void> => {
  await Promise.all(
    services.map(async (service) => {
      const bundle = join(process.cwd(), 'dist/apps', service, 'without-tenant-filter.js');
      await writeFile(bundle, await withoutLine(service));
      try {
        const running = system.process(service);
        await running.kill('SIGTERM');
        await running.start({}, { bundle });
      } finally {
        await rm(bundle);
      }
    }),
  );
  await work();
};

const withoutLine = async (service: ServiceName): Promise<string> => {
  const parts = (await readFile(join(process.cwd(), 'dist/apps', service, 'main.js'), 'utf8')).split(filterLine);
  if (parts.length !== 2) throw new Error(`the tenant filter stands ${parts.length - 1} times in ${service}`);
  return parts.join('');
};

/** Runs `work` while the database lets everybody see everything. The tenant filter and the conditions stand alone. */
export const withoutRowLevelSecurity = async (system: System, work: () => Promise<void>): Promise<void> => {
  const tables = await system.sql<{ name: string }>(
    'identity',
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relrowsecurity`,
  );
  const set = async (how: 'enable' | 'disable'): Promise<void> => {
    for (const { name } of tables) await system.sql('identity', `alter table ${name} ${how} row level security`);
  };
  await set('disable');
  try {
    await work();
  } finally {
    await set('enable');
  }
};
