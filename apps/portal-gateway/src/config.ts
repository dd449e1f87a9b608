import { CapabilityTokens, platformConfigSchema } from '@porchlight/platform';
import { z } from 'zod';

const readsAsKeys = (keys: string): boolean => {
  try {
    new CapabilityTokens(keys, 'check');
    return true;
  } catch {
    return false;
  }
};

const atLeastOne = z.coerce.number().int().min(1);

export const configSchema = platformConfigSchema.extend({
  TOKEN_KEYS: z
    .string()
    .refine(readsAsKeys, 'is a list like 1:<base64url of 32 bytes>,2:…')
    .describe('keys of share links and portal cookies; the highest number signs'),
  PORTAL_APP_DIR: z.string().min(1).describe('folder of the built portal app'),
  LIVE_PER_ADDRESS: atLeastOne.default(500).describe('open screens one address may have'),
  LIVE_PER_PROJECT: atLeastOne.default(5_000).describe('open screens one project may have on a replica'),
});
export type Config = z.infer<typeof configSchema>;
