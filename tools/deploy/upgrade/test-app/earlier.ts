import { schemaOf, type ServiceName } from '@porchlight/contracts';
import type { MigrationClass } from '../../../../libs/platform/src/data/migrate';
import { migrations as identity } from '../../../../apps/identity/src/migrations';
import { migrations as leads } from '../../../../apps/leads/src/migrations';
import { migrations as notifications } from '../../../../apps/notifications/src/migrations';
import { migrations as gateway } from '../../../../apps/portal-gateway/src/migrations';
import { migrations as projects } from '../../../../apps/projects/src/migrations';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const row = z.record(z.string(), z.unknown());
const installationSchema = z.object({
  owner: z.object({ email: z.string(), password: z.string() }),
  projectId: z.string(),
  schemas: z.record(z.string(), z.record(z.string(), z.array(row))),
});
export type Installation = z.infer<typeof installationSchema>;

/**
 * What the services of commit bd9ed30 had written after a day of a builder, a subcontractor and a homeowner: accounts,
 * leads, a published project with its tasks and updates, invitations, mails, a share link, and all that they told each other.
 */
export const firstDay = (root: string): Installation =>
  installationSchema.parse(
    JSON.parse(readFileSync(join(root, 'tools/deploy/upgrade/test-app/first-day.json'), 'utf8')),
  );

export const allMigrations: Readonly<Record<ServiceName, readonly MigrationClass[]>> = {
  identity,
  projects,
  leads,
  notifications,
  'portal-gateway': gateway,
};

/** Those migrations of a service that the installation had seen. */
export const earlierMigrations = (service: ServiceName, { schemas }: Installation): MigrationClass[] => {
  const seen = schemas[schemaOf(service)]?.['migration']?.map(({ name }) => name) ?? [];
  return allMigrations[service].filter(({ name }) => seen.includes(name));
};
