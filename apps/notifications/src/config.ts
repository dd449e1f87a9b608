import { platformConfigSchema } from '@porchlight/platform';
import { z } from 'zod';

/** `Name <address>` or a bare address: the address, which is all that our mails use of it. */
const senderSchema = z
  .string()
  .regex(/^(?:[^<>\r\n]*<)?[^\s<>@,;]+@[^\s<>@,;]+>?$/, 'is an address such as mail@example.com')
  .transform((text) => text.replace(/^.*</, '').replace(/>$/, ''));

export const configSchema = platformConfigSchema.extend({
  SMTP_URL: z.union([z.literal(''), z.url({ protocol: /^smtps?$/ })]).meta({
    description: 'mail server, with user and password where it wants them; empty where there is none',
    secret: true,
  }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).meta({ description: 'Redis of the mail queue', secret: true }),
  MAIL_FROM: senderSchema.describe('sender of every mail; its name is the company that it speaks for'),
  LEAD_MAILS_PER_HOUR: z.coerce
    .number()
    .int()
    .min(0)
    .default(20)
    .describe('of how many leads from its public form a company is mailed within an hour; the bell tells of all'),
});
export type Config = z.infer<typeof configSchema>;
