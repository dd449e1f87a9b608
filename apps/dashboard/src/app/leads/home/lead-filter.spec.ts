import { describe, expect, it } from '@jest/globals';
import { askFor, isFiltered, noFilters, readFilters, toQueryString } from './lead-filter';

const anna = '0190f3c4-1111-7000-8000-000000000001';

describe('what the address bar says about leads', () => {
  it('comes back as it was written', () => {
    const filters = { q: 'oak & pine', owner: anna, stages: ['new', 'quoting'], sort: 'value' } as const;
    const written = Object.fromEntries(Object.entries(toQueryString(filters)).filter(([, value]) => value !== null));
    expect(readFilters(written)).toEqual(filters);
  });

  it('is empty where nothing is filtered', () => {
    expect(Object.values(toQueryString(noFilters))).toEqual([null, null, null, null]);
    expect(readFilters({})).toEqual(noFilters);
    expect(isFiltered(noFilters)).toBe(false);
  });

  it('leaves out what no lead can be', () => {
    expect(readFilters({ owner: "x' or 1", stage: 'sold,won', sort: 'price' })).toEqual({
      ...noFilters,
      stages: ['won'],
    });
  });

  it('says to the service what it asks for, and the order of a list is no filter', () => {
    expect(askFor({ q: 'oak', owner: 'none', stages: ['won', 'lost'], sort: 'client' })).toEqual({
      q: 'oak',
      ownerId: 'none',
      stage: 'won,lost',
    });
    expect(isFiltered({ ...noFilters, sort: 'client' })).toBe(false);
  });
});
