import { describe, expect, it } from '@jest/globals';
import { PreviewTurns } from './preview-turns';

describe('previews', () => {
  it('are made one at a time, and go on after one that failed', async () => {
    const turns = new PreviewTurns();
    let atOnce = 0;
    let most = 0;
    const work = (fails: boolean) => async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise(setImmediate);
      atOnce -= 1;
      if (fails) throw new Error('broken');
      return 'made';
    };
    const made = await Promise.allSettled(
      ['a', 'b', 'c'].map((person, index) => turns.take(person, work(index === 0))),
    );
    expect(made.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(most).toBe(1);
  });

  it('are few at once for each person and for all, and the next is welcome once they are made', async () => {
    const turns = new PreviewTurns();
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const asked = (person: string) => turns.take(person, () => held);
    const three = [asked('a'), asked('a'), asked('a')];
    await expect(asked('a')).rejects.toMatchObject({ status: 429 });
    const others = Array.from({ length: 17 }, (_, index) => asked(`${index}`));
    await expect(asked('one more')).rejects.toMatchObject({ status: 503 });
    finish();
    await Promise.all([...three, ...others]);
    await expect(turns.take('a', async () => 'made')).resolves.toBe('made');
  });
});
