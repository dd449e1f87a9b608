import { serveMetrics } from '@porchlight/platform';
import type { watchedSettings } from '../settings';
import { backupsIn, timeOf } from './kept-backups';
import { newestBackup } from './metrics';

/**
 * Tells Prometheus how old the newest backup is, by what lies in the folder and not by what this process did; until what
 * it gives is called.
 */
export const tellOfBackups = async ({
  BACKUP_DIR,
  HOST,
  METRICS_PORT,
}: ReturnType<typeof watchedSettings>): Promise<() => void> => {
  if (METRICS_PORT === undefined) return () => undefined;
  const server = await serveMetrics({ HOST, METRICS_PORT }, async () => {
    const newest = (await backupsIn(BACKUP_DIR)).at(-1);
    newestBackup.set(newest ? timeOf(newest).getTime() / 1_000 : 0);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
};
