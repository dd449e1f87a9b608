import { describe, expect, it } from '@jest/globals';
import { matches } from './lead-filter';

describe('the words that leads are searched by', () => {
  it('are eight at most, however many are typed', () => {
    const company = '0190f3c4-0000-7000-8000-000000000001';
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
    expect(matches(company, { q: words(8) }).params).toContain('%w7%');
    expect(matches(company, { q: words(100) })).toEqual(matches(company, { q: words(8) }));
    expect(matches(company, { q: words(7) })).not.toEqual(matches(company, { q: words(8) }));
  });
});
