import { describe, expect, it } from '@jest/globals';
import type { Lead } from '@porchlight/contracts';
import { aLead } from '../a-lead';
import { LeadPages } from './lead-pages';

const lead = (id: string, over: Partial<Lead> = {}): Lead => aLead({ id, ...over });

/** A service with so many leads, giving them two at a time at most where two are asked for. */
const serving = (...stored: Lead[]) => {
  const asked: { limit: number; cursor?: string }[] = [];
  const pages = new LeadPages((page) => {
    asked.push(page);
    const from = Number(page.cursor ?? 0);
    const items = stored.slice(from, from + page.limit);
    const end = from + items.length;
    return Promise.resolve({ items, nextCursor: end < stored.length ? String(end) : null });
  }, 2);
  return { pages, asked, ids: () => pages.leads()?.map(({ id }) => id) };
};

describe('a list loaded page by page', () => {
  it('grows by a page, and its renewal brings as many as are shown', async () => {
    const { pages, asked, ids } = serving(lead('a'), lead('b'), lead('c'), lead('d'), lead('e'));
    await pages.load();
    await pages.more();
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
    await pages.load();
    expect(asked.at(-1)).toEqual({ limit: 4 });
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
    await pages.more();
    expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(pages.hasMore()).toBe(false);
  });

  it('shows no lead twice when one came in between two pages', async () => {
    const stored = [lead('a'), lead('b'), lead('c')];
    const { pages, ids } = serving(...stored);
    await pages.load();
    pages.put(lead('c'));
    await pages.more();
    expect(ids()).toEqual(['c', 'a', 'b']);
  });

  it('keeps what it knows when a renewal fails', async () => {
    let fails = false;
    const pages = new LeadPages(
      () => (fails ? Promise.reject(new Error('away')) : Promise.resolve({ items: [lead('a')], nextCursor: null })),
      2,
    );
    await pages.load();
    fails = true;
    await pages.load();
    expect(pages.leads()).toHaveLength(1);
    expect(pages.error()).toBeInstanceOf(Error);
  });
});
