import { platformConfigSchema, tokenKeysSchema } from '@porchlight/platform';
import { z } from 'zod';

const limit = (points: number, what: string) =>
  z.coerce.number().int().min(1).default(points).describe(`at most so many ${what}`);

export const configSchema = platformConfigSchema.extend({
  TOKEN_KEYS: tokenKeysSchema.describe('keys of what the public form gives out; the highest number signs'),
  FILES_DIR: z.string().min(1).describe("folder of the leads' files, for the staff alone"),
  PUBLIC_FILES_DIR: z.string().min(1).describe('folder of the pictures that portals may show'),
  LIMIT_CAPTURE_ADDRESS: limit(10, 'sendings of public forms in 10 minutes from one client address'),
  LIMIT_CAPTURE_COMPANY: limit(120, 'leads captured in an hour for one company'),
  LIMIT_IMPORTS: limit(1000, 'pieces of 200 rows looked at or imported in an hour for one company'),
  LIMIT_STORED_BYTES: limit(20 * 1024 ** 3, "bytes of leads' files stored for one company"),
  LIMIT_UPLOADS: limit(200, 'files and pictures uploaded in an hour for one company'),
  SWEEP_EVERY_MS: z.coerce.number().int().min(100).default(600_000).describe('how often given-up pictures are deleted'),
});
export type Config = z.infer<typeof configSchema>;
