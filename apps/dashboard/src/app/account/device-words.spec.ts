import { describe, expect, it } from '@jest/globals';
import { account } from '../door/account.english';
import { account as cuenta } from '../door/account.spanish';
import { deviceWords } from './device-words';

const said = (userAgent: string): string => deviceWords(userAgent, account.devices);
const mozilla = (rest: string): string => `Mozilla/5.0 ${rest}`;
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a device in words', () => {
  it.each([
    [mozilla(`(Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0.0.0 Safari/537.36`), 'Chrome on Windows'],
    [
      mozilla(`(Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`),
      'Microsoft Edge on Windows',
    ],
    [mozilla('(Macintosh; Intel Mac OS X 10.15; rv:128.0) Gecko/20100101 Firefox/128.0'), 'Firefox on Mac'],
    [
      mozilla(
        '(iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      ),
      'Safari on iPhone',
    ],
    [
      mozilla(
        `(Linux; Android 13; SAMSUNG SM-S911B) ${webkit} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`,
      ),
      'Samsung Internet on Android',
    ],
    [mozilla(`(X11; Linux x86_64) ${webkit} HeadlessChrome/131.0.0.0 Safari/537.36`), 'Chrome on Linux'],
    ['curl/8.5.0', 'curl'],
    ['unknown', 'Unknown device'],
    ['', 'Unknown device'],
    ['<b>x</b>', 'Unknown device'],
  ])('made of %s', (userAgent, words) => expect(said(userAgent)).toBe(words));

  it('is named in the reader’s language', () => {
    const phone = mozilla(`(Linux; Android 14; Pixel 8) ${webkit} Chrome/131.0.0.0 Mobile Safari/537.36`);
    expect(deviceWords(phone, cuenta.devices)).toBe('Chrome en Android');
    expect(deviceWords('', cuenta.devices)).toBe('Dispositivo desconocido');
  });

  it('bears with words that were cut off', () => {
    const whole = mozilla(`(Linux; Android 14; Pixel 8) ${webkit} Chrome/131.0.0.0 Mobile Safari/537.36`);
    for (let length = 0; length <= whole.length; length++) expect(said(whole.slice(0, length))).not.toBe('');
  });
});
