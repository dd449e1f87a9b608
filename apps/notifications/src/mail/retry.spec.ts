import { describe, expect, it } from '@jest/globals';
import { faultOf, pauseAfter } from './retry';
import { NoOneAddress } from './smtp';

describe('the pause after a failed attempt', () => {
  it('grows from seconds to an hour', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => (pauseAfter(attempts, () => 0) ?? 0) / 1000);
    expect(pauses).toEqual([5, 15, 45, 135, 405, 1215, 3600, 3600, 3600]);
  });

  it('is shortened at random, by a fifth at most', () => {
    expect(pauseAfter(1, () => 0.999)).toBeGreaterThanOrEqual(4000);
  });

  it('goes on for days and then ends', () => {
    expect(pauseAfter(99)).not.toBeNull();
    expect(pauseAfter(100)).toBeNull();
  });
});

describe('a fault', () => {
  it.each([
    ['a recipient refused for good', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'smtp_550', true],
    ['a mail refused for good', { code: 'EMESSAGE', responseCode: 554 }, 'smtp_554', true],
    ['a recipient refused for now', { code: 'EENVELOPE', responseCode: 451, command: 'RCPT TO' }, 'smtp_451', false],
    ['a sender refused', { code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' }, 'smtp_550', false],
    ['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'smtp_535', false],
    ['a server that is away', { code: 'ECONNREFUSED' }, 'econnrefused', false],
  ])('%s', (_, given, name, permanent) => {
    expect(faultOf(Object.assign(new Error('for anna@example.com'), given))).toEqual({ name, permanent });
  });

  it('is for good when there is not exactly one address', () => {
    expect(faultOf(new NoOneAddress())).toEqual({ name: 'NoOneAddress', permanent: true });
  });

  it('never quotes a message, which may hold an address or a link', () => {
    expect(faultOf(new Error('anna@example.com https://x/invite#t')).name).toBe('Error');
    expect(faultOf('anna@example.com').name).toBe('unknown');
  });
});
