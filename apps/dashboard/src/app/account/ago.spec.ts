import { describe, expect, it } from '@jest/globals';
import { ago } from './ago';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('how long ago something was', () => {
  it.each([
    ['2026-11-21T11:59:50Z', 'just now'],
    ['2026-11-21T12:03:00Z', 'just now'],
    ['2026-11-21T11:59:00Z', '1 minute ago'],
    ['2026-11-21T11:15:00Z', '45 minutes ago'],
    ['2026-11-21T09:00:00Z', '3 hours ago'],
    ['2026-11-20T12:00:00Z', 'yesterday'],
    ['2026-11-08T12:00:00Z', '13 days ago'],
    ['2026-10-21T12:00:00Z', '4 weeks ago'],
    ['2026-01-21T12:00:00Z', '10 months ago'],
  ])('%s', (instant, words) => expect(ago(instant, now, 'en', 'just now')).toBe(words));

  it('is said in the reader’s language', () => {
    expect(ago('2026-11-21T09:00:00Z', now, 'es-MX', 'ahora mismo')).toBe('hace 3 horas');
    expect(ago('2026-11-21T12:00:00Z', now, 'es-MX', 'ahora mismo')).toBe('ahora mismo');
  });
});
