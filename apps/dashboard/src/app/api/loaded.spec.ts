import { describe, expect, it } from '@jest/globals';
import { Loaded, withItem, withoutItem } from './loaded';

/** Answers that come when the test says so, in the order it says. */
const answers = <T>() => {
  const waiting: { resolve: (value: T) => void; reject: (error: Error) => void }[] = [];
  return { fetch: () => new Promise<T>((resolve, reject) => waiting.push({ resolve, reject })), waiting };
};

describe('what a page has loaded', () => {
  it('is what the last load gave, however late an earlier one answers', async () => {
    const { fetch, waiting } = answers<string>();
    const loaded = new Loaded(fetch);
    const loads = [loaded.load(), loaded.load()];
    waiting[1]?.resolve('new');
    waiting[0]?.resolve('old');
    await Promise.all(loads);
    expect(loaded.value()).toBe('new');
  });

  it('keeps a change that was made while a load was under way', async () => {
    const { fetch, waiting } = answers<string>();
    const loaded = new Loaded(fetch);
    const load = loaded.load();
    loaded.set('changed here');
    waiting[0]?.resolve('from before the change');
    await load;
    expect(loaded.value()).toBe('changed here');
  });

  it('keeps what is known when a renewal fails, and says so', async () => {
    const { fetch, waiting } = answers<string>();
    const loaded = new Loaded(fetch);
    loaded.set('known');
    const load = loaded.load();
    waiting[0]?.reject(new Error('away'));
    await load;
    expect(loaded.value()).toBe('known');
    expect(loaded.error()).toEqual(new Error('away'));
  });

  it('changes lists by id', () => {
    const list = [
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ];
    expect(withItem({ id: 'a', n: 2 })(list)).toEqual([
      { id: 'a', n: 2 },
      { id: 'b', n: 1 },
    ]);
    expect(withItem({ id: 'c', n: 1 })(list)).toHaveLength(3);
    expect(withoutItem('a')(list)).toEqual([{ id: 'b', n: 1 }]);
  });
});
