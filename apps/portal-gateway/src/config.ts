import { platformConfigSchema, tokenKeysSchema } from '@porchlight/platform';
import { z } from 'zod';

const atLeastOne = z.coerce.number().int().min(1);

const limit = (points: number, what: string) => atLeastOne.default(points).describe(`at most so many ${what}`);

export const configSchema = platformConfigSchema.extend({
  TOKEN_KEYS: tokenKeysSchema.describe('keys of share links and portal cookies; the highest number signs'),
  PORTAL_APP_DIR: z.string().min(1).describe('folder of the built portal app'),
  PUBLIC_FILES_DIR: z.string().min(1).describe('folder of the pictures that portals may show; only read'),
  LIVE_PER_ADDRESS: atLeastOne.default(500).describe('open screens one address may have'),
  LIVE_PER_PROJECT: atLeastOne.default(5_000).describe('open screens one project may have on a replica'),
  LIMIT_LINK_REQUESTS_NETWORK: limit(100, 'new links asked for in an hour from one client address'),
  LIMIT_LINK_REQUESTS_PROJECT: limit(300, 'new links asked for in an hour for one project'),
  LIMIT_LINK_REQUESTS_EMAIL: limit(10, 'new links asked for in an hour for one e-mail address'),
});
export type Config = z.infer<typeof configSchema>;
