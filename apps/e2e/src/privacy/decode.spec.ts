import { describe, expect, it } from '@jest/globals';
import { findSecrets } from './decode';

const secret = 'zebra-quartz-4711';
const found = (text: string) => findSecrets({ secret }, [{ where: 'here', text }]).length === 1;

describe('the search for secrets', () => {
  it.each([
    ['plainly', `a ${secret} b`],
    ['in capitals', secret.toUpperCase()],
    ['in a URL', [...secret].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')],
    ['escaped in JSON', [...secret].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')],
    ['in HTML entities', [...secret].map((c) => `&#${c.charCodeAt(0)};`).join('')],
    ['in quoted-printable with a soft break', secret.replace('quartz', 'qua=\r\nrtz')],
    ['in base64', Buffer.from(`xx ${secret} yy`).toString('base64')],
    ['in base64url inside a longer run', `abc${Buffer.from(secret).toString('base64url')}`],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ['backwards', [...secret].reverse().join('')],
  ])('finds one written %s', (_, text) => {
    expect(found(text)).toBe(true);
  });

  it('finds nothing where there is nothing', () => {
    expect(found('zebra crossing, quartz clock, 4711')).toBe(false);
  });
});
