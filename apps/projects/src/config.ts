import { platformConfigSchema } from '@porchlight/platform';
import { z } from 'zod';

const limit = (points: number, what: string) =>
  z.coerce.number().int().min(1).default(points).describe(`at most so many ${what}`);

export const configSchema = platformConfigSchema.extend({
  FILES_DIR: z.string().min(1).describe("folder of the projects' files, for the staff alone"),
  PUBLIC_FILES_DIR: z.string().min(1).describe('folder of what portals may show'),
  LIMIT_STORED_BYTES: limit(
    20 * 1024 ** 3,
    "bytes of projects' files stored for one company, small sizes and shared copies counted",
  ),
  LIMIT_UPLOADS: limit(200, 'files uploaded in an hour for one company'),
  SWEEP_EVERY_MS: z.coerce.number().int().min(100).default(600_000).describe("how often nobody's files are deleted"),
});
export type Config = z.infer<typeof configSchema>;
