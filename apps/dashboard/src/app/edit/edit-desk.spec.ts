import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../api/refusal';
import { EditDesk } from './edit-desk';

interface Thing {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly progress: number;
}
type Change = Partial<Pick<Thing, 'name' | 'progress'>>;

const begun: Thing = { id: 't', version: 1, name: 'Footings', progress: 20 };

/** A server that refuses what it did not show last. */
const serverWith = (stored: Thing) => {
  const written: { version: number; change: Change }[] = [];
  const write = (seen: Thing, change: Change): Promise<Thing> => {
    written.push({ version: seen.version, change });
    if (seen.version !== stored.version)
      return Promise.reject(new Refusal(412, 'version_stale', 'Stale.', [], { ...stored }));
    stored = { ...stored, ...change, version: stored.version + 1 };
    return Promise.resolve(stored);
  };
  return {
    write,
    written,
    now: () => stored,
    meanwhile: (change: Change) => (stored = { ...stored, ...change, version: stored.version + 1 }),
  };
};

const typed = (draft: { name: string; progress: number }) => TestBed.runInInjectionContext(() => form(signal(draft)));

describe('an edit that somebody else overtook', () => {
  it('keeps what was typed and shows both values, with who it was', async () => {
    const server = serverWith({ ...begun, version: 2, progress: 50 });
    const desk = new EditDesk<Thing, Change>(begun, server.write, () => Promise.resolve('Anna Alder'));
    const draft = { name: 'Footings', progress: 80 };
    expect(await desk.save(typed(draft), draft)).toBeNull();
    expect(desk.stale()).toMatchObject({
      who: 'Anna Alder',
      rows: [{ field: 'progress', label: 'Progress', theirs: '50 %', yours: '80 %' }],
    });
    expect(draft).toEqual({ name: 'Footings', progress: 80 });
  });

  it('redoes only what was changed here, over what is stored now', async () => {
    const server = serverWith({ ...begun, version: 2, name: 'Footings, north', progress: 50 });
    const desk = new EditDesk<Thing, Change>(begun, server.write);
    const draft = { name: 'Footings', progress: 80 };
    await desk.save(typed(draft), draft);
    const saved = await desk.save(typed(draft), draft);
    expect(saved).toEqual({ id: 't', version: 3, name: 'Footings, north', progress: 80 });
    expect(server.written).toEqual([
      { version: 1, change: { progress: 80 } },
      { version: 2, change: { progress: 80 } },
    ]);
    expect(desk.stale()).toBeNull();
  });

  it('asks again when it is overtaken again', async () => {
    const server = serverWith({ ...begun, version: 2, progress: 50 });
    const desk = new EditDesk<Thing, Change>(begun, server.write);
    const draft = { name: 'Footings', progress: 80 };
    await desk.save(typed(draft), draft);
    server.meanwhile({ progress: 60 });
    expect(await desk.save(typed(draft), draft)).toBeNull();
    expect(desk.stale()?.rows[0]?.theirs).toBe('60 %');
  });

  it('gives theirs when theirs is kept, and writes nothing', async () => {
    const server = serverWith({ ...begun, version: 2, progress: 50 });
    const desk = new EditDesk<Thing, Change>(begun, server.write);
    const draft = { name: 'Footings', progress: 80 };
    await desk.save(typed(draft), draft);
    expect(desk.keepTheirs()).toMatchObject({ version: 2, progress: 50 });
    expect(desk.stale()).toBeNull();
    expect(server.now().progress).toBe(50);
  });

  it('offers the choice even when nobody can say who it was', async () => {
    const server = serverWith({ ...begun, version: 2 });
    const desk = new EditDesk<Thing, Change>(begun, server.write, () => Promise.reject(new Error('away')));
    const draft = { name: 'Footings', progress: 80 };
    await desk.save(typed(draft), draft);
    expect(desk.stale()).toMatchObject({ who: null });
  });

  it('sends nothing when nothing was changed', async () => {
    const server = serverWith(begun);
    const desk = new EditDesk<Thing, Change>(begun, server.write);
    expect(await desk.save(typed({ name: 'Footings', progress: 20 }), { name: 'Footings', progress: 20 })).toBe(begun);
    expect(server.written).toEqual([]);
  });
});
