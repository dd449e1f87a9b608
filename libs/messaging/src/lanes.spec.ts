import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import { Lanes } from './lanes';

describe('lanes', () => {
  it('keep order within a lane and never exceed their width', async () => {
    const job = fc.record({
      lane: fc.constantFrom('a', 'b', 'c', 'd'),
      ms: fc.integer({ min: 0, max: 3 }),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), async (jobs, width) => {
        const lanes = new Lanes(width);
        const done: { lane: string; index: number }[] = [];
        let running = 0;
        let most = 0;
        const results = jobs.map(({ lane, ms, fails }, index) =>
          lanes.run(lane, async () => {
            most = Math.max(most, (running += 1));
            await pause(ms);
            running -= 1;
            done.push({ lane, index });
            if (fails) throw new Error('the test says so');
          }),
        );
        const settled = await Promise.allSettled(results);
        await lanes.idle();
        expect(settled.map(({ status }) => status === 'rejected')).toEqual(jobs.map(({ fails }) => fails));
        expect(most).toBeLessThanOrEqual(width);
        for (const lane of ['a', 'b', 'c', 'd']) {
          const order = done.filter((entry) => entry.lane === lane).map(({ index }) => index);
          expect(order).toEqual([...order].sort((one, other) => one - other));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('do not let a slow lane hold up another', async () => {
    const lanes = new Lanes(2);
    const slow = lanes.run('slow', () => pause(200, 'slow'));
    expect(await Promise.race([slow, lanes.run('quick', () => pause(1, 'quick'))])).toBe('quick');
    await slow;
  });
});
