import { Gauge } from 'prom-client';

export const newestBackup = new Gauge({
  name: 'porchlight_backup_newest_seconds',
  help: 'When the newest whole backup was begun, in seconds since 1970; 0 where there is none',
});
