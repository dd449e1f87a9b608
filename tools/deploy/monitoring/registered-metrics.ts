import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collectDefaultMetrics, register } from 'prom-client';
import { bundle, root } from '../../build/bundle.ts';
import { knownMetrics, type KnownMetrics } from './known-metrics';

/** Where metrics are registered that alerts or charts read. */
const sources = {
  messaging: 'libs/messaging/src/metrics.ts',
  platform: 'libs/platform/src/observe/request-metrics.ts',
  notifications: 'apps/notifications/src/mail/metrics.ts',
  'portal-gateway': 'apps/portal-gateway/src/live/metrics.ts',
  backups: 'tools/admin/backup/metrics.ts',
};

/** What the services tell at /metrics. Nothing imports an app, so each source is built by itself and then loaded. */
export const registeredMetrics = async (): Promise<KnownMetrics> => {
  collectDefaultMetrics();
  for (const [name, entry] of Object.entries(sources)) {
    const file = `dist/tools/metrics/${name}.js`;
    await bundle({ entry, file, pruned: true });
    await import(pathToFileURL(join(root, file)).href);
  }
  return knownMetrics(register);
};
