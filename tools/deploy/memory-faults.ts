import { memoryWithUploads } from '@porchlight/media';
import type { z } from 'zod';
import { settingsOf } from './settings';

const units: Readonly<Record<string, number>> = { m: 2 ** 20, Mi: 2 ** 20, g: 2 ** 30, Gi: 2 ** 30 };

const bytesOf = (limit: string): number => {
  const { amount, unit } = /^(?<amount>\d+)(?<unit>m|Mi|g|Gi)$/.exec(limit)?.groups ?? {};
  return Number(amount) * (units[unit ?? ''] ?? NaN);
};

/** Whether a service that takes in files is killed for them: `limit` as Compose or Kubernetes write it. */
export const memoryFaults = (schema: z.ZodObject, limit = '0m'): string[] => {
  const takesFiles = settingsOf(schema).some(({ name }) => name === 'FILES_DIR');
  return takesFiles && !(bytesOf(limit) >= memoryWithUploads)
    ? [`may have ${limit} and needs ${Math.ceil(memoryWithUploads / 2 ** 20)} MB where many upload`]
    : [];
};
