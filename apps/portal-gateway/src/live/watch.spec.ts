import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { portalViewOf } from '../view/portal-view';
import { portalProject, portalShell } from '../view/portal-view.factory';
import { ViewFrame } from './frame';
import { Screen } from './screen.factory';
import { Watch } from './watch';

const frameOf = (version: number): ViewFrame =>
  new ViewFrame(
    portalViewOf({ project: portalProject(), projectVersion: version - 1, shell: portalShell(), shellVersion: 1 }),
  );

const watchOf = (stored: { version: number }, mayPush = () => true): Watch =>
  new Watch(async (above) => (stored.version > above ? frameOf(stored.version) : null), mayPush);

describe('Watch', () => {
  it('never shows a screen an older version, whatever order the deliveries come in, and ends at the newest', () => {
    const versions = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.boolean()), (delivered, joins) => {
        const watch = watchOf({ version: 0 });
        const screens = [new Screen()];
        screens.forEach((screen) => watch.add(screen.viewer));
        for (const version of delivered) {
          watch.accept(frameOf(version));
          if (joins.next().value) {
            const late = new Screen();
            watch.add(late.viewer);
            watch.catchUp(late.viewer);
            screens.push(late);
          }
        }
        for (const screen of screens) {
          const shown = screen.versions;
          expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
          expect(shown.at(-1)).toBe(Math.max(...delivered));
        }
      }),
    );
  });

  it('hands every screen the very same bytes', () => {
    const watch = watchOf({ version: 0 });
    const screens = [new Screen(), new Screen(), new Screen()];
    screens.forEach((screen) => watch.add(screen.viewer));
    const frame = frameOf(2);
    watch.accept(frame);
    for (const screen of screens) expect(screen.sent[0]).toBe(frame.plain);
  });

  it('reads once for hints that come together, and once more for one that comes during a read', async () => {
    let reads = 0;
    let release = (): void => undefined;
    const watch = new Watch(
      () => {
        reads += 1;
        return new Promise((resolve) => (release = () => resolve(null)));
      },
      () => true,
    );
    const first = watch.refresh();
    await Promise.resolve();
    await Promise.resolve();
    const [second, third] = [watch.refresh(), watch.refresh()];
    expect(reads).toBe(1);
    release();
    await first;
    await new Promise(setImmediate);
    expect(reads).toBe(2);
    release();
    await Promise.all([second, third]);
    expect(reads).toBe(2);
  });

  it('reads again after a read that failed', async () => {
    const stored = { version: 2 };
    let fails = true;
    const watch = new Watch(
      async () => {
        if (fails) throw new Error('the database is away');
        return frameOf(stored.version);
      },
      () => true,
    );
    await expect(watch.refresh()).rejects.toThrow('away');
    fails = false;
    await watch.refresh();
    expect(watch.version).toBe(2);
  });

  it('hands out nothing while the lease is not held', async () => {
    let held = false;
    const watch = watchOf({ version: 2 }, () => held);
    const screen = new Screen();
    watch.add(screen.viewer);
    await watch.refresh();
    expect(screen.versions).toEqual([]);
    held = true;
    watch.catchUp(screen.viewer);
    expect(screen.versions).toEqual([2]);
  });
});
