import { describe, expect, it } from '@jest/globals';
import { configSchema } from '../config';
import { NoMailServer, NoOneAddress, Smtp } from './smtp';

const config = (changes: Record<string, string> = {}) =>
  configSchema.parse({
    PORT: '0',
    METRICS_PORT: '0',
    DATABASE_URL: 'postgres://x@localhost/x',
    DATABASE_SCHEMA: 'notifications',
    NATS_URL: 'nats://x@localhost',
    PUBLIC_ORIGINS: 'http://localhost',
    IDENTITY_JWKS_URL: 'http://localhost/jwks',
    REDIS_URL: 'redis://localhost',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Porchlight <mail@porchlight.example>',
    ...changes,
  });
const letter = { to: 'anna@example.com', fromName: 'Alder & Sons', subject: 'x', html: 'x', text: 'x' };

describe('handing over a letter', () => {
  it.each([
    'anna@example.com, ben@example.com',
    'anna@example.com;ben@example.com',
    'anna@example.com\r\nBcc: ben@example.com',
    'anna@example.com\nRCPT TO:<ben@example.com>',
    'Anna <anna@example.com>',
    '"a b"@example.com',
    'group: anna@example.com, ben@example.com;',
    '',
  ])('refuses what is not exactly one plain address: %j', async (to) => {
    const smtp = new Smtp(config());
    await expect(smtp.send('<x@y>', { ...letter, to })).rejects.toThrow(NoOneAddress);
  });

  it('waits for a mail server where none is set up', async () => {
    await expect(new Smtp(config({ SMTP_URL: '' })).send('<x@y>', letter)).rejects.toThrow(NoMailServer);
  });

  it('takes a sender with or without a name, and nothing else', () => {
    expect(config().MAIL_FROM).toBe('mail@porchlight.example');
    expect(config({ MAIL_FROM: 'mail@localhost' }).MAIL_FROM).toBe('mail@localhost');
    for (const wrong of ['', 'nobody', 'a@b, c@d', 'a@b\r\nBcc: c@d'])
      expect(() => config({ MAIL_FROM: wrong })).toThrow();
  });
});
