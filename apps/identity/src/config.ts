import { platformConfigSchema, tokenKeysSchema } from '@porchlight/platform';
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

const limit = (points: number, what: string) =>
  z.coerce.number().int().min(1).default(points).describe(`at most so many ${what}`);

export const configSchema = platformConfigSchema.extend({
  SIGNING_KEYS: parsedJson
    .pipe(z.tuple([signingKeySchema], signingKeySchema))
    .meta({ description: 'JSON array of private EC P-256 JWKs with kid; the first signs access tokens', secret: true }),
  TOKEN_KEYS: tokenKeysSchema.describe('keys of mailed links and device cookies by version; the highest signs'),
  SMTP_CONFIGURED: z.stringbool().describe('whether invitations go out by mail; if not, the link is shown to copy'),
  REGISTRATION: z
    .enum(['open', 'closed'])
    .default('open')
    .describe('whether anybody may register a company; closed: `admin company create` makes them'),
  INVITATION_DAYS: z.coerce.number().int().min(1).max(90).default(7).describe('how long an invitation is good'),
  LIMIT_SIGN_IN_STRANGERS: limit(50, 'wrong passwords an hour for one account, from devices it does not know'),
  LIMIT_SIGN_IN_ADDRESS: limit(200, 'wrong passwords in 15 minutes from one client address'),
  LIMIT_SIGN_IN_DEVICE: limit(20, 'wrong passwords in 15 minutes for one account from one device it knows'),
  LIMIT_OWN_PASSWORD: limit(20, 'wrong passwords in 15 minutes from somebody signed in, about their own account'),
  LIMIT_REGISTRATIONS: limit(200, 'companies registered in an hour from one client address'),
  LIMIT_RESETS: limit(100, 'password resets asked for in an hour from one client address'),
  LIMIT_MAILS: limit(10, 'mails of one kind an hour about one account to one e-mail address'),
  LIMIT_LINKS: limit(1_000, 'requests about mailed links in 15 minutes from one client address'),
  LIMIT_LINK_MAILS: limit(5, 'mails a day with a new way into one portal, to one person or household'),
  LIMIT_INVITATIONS: limit(300, 'invitations an hour from one company'),
});
export type Config = z.infer<typeof configSchema>;
