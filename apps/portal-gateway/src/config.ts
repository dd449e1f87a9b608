import { platformConfigSchema, tokenKeysSchema } from '@porchlight/platform';
import { z } from 'zod';

const atLeastOne = z.coerce.number().int().min(1);

export const configSchema = platformConfigSchema.extend({
  TOKEN_KEYS: tokenKeysSchema.describe('keys of share links and portal cookies; the highest number signs'),
  PORTAL_APP_DIR: z.string().min(1).describe('folder of the built portal app'),
  PUBLIC_FILES_DIR: z.string().min(1).describe('folder of the pictures that portals may show; only read'),
  LIVE_PER_ADDRESS: atLeastOne.default(500).describe('open screens one address may have'),
  LIVE_PER_PROJECT: atLeastOne.default(5_000).describe('open screens one project may have on a replica'),
});
export type Config = z.infer<typeof configSchema>;
