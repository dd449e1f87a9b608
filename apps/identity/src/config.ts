import { CapabilityTokens, platformConfigSchema } from '@porchlight/platform';
import { z } from 'zod';

const signingKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string().min(1),
});

const parsedJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

const areTokenKeys = (keys: string): boolean => {
  try {
    return new CapabilityTokens(keys, '').newestKeyVersion > 0;
  } catch {
    return false;
  }
};

export const configSchema = platformConfigSchema.extend({
  SIGNING_KEYS: parsedJson
    .pipe(z.tuple([signingKeySchema], signingKeySchema))
    .describe('JSON array of private EC P-256 JWKs with kid; the first signs access tokens'),
  TOKEN_KEYS: z
    .string()
    .refine(areTokenKeys, 'is a list such as 1:<base64url of 32 bytes>,2:<…>')
    .describe('keys of invitation links by version; the highest signs'),
  SMTP_CONFIGURED: z.stringbool().describe('whether invitations go out by mail; if not, the link is shown to copy'),
  INVITATION_DAYS: z.coerce.number().int().min(1).max(90).default(7).describe('how long an invitation is good'),
});
export type Config = z.infer<typeof configSchema>;
