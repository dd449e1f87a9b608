import { describe, expect, it } from '@jest/globals';
import { Refusal, Unreachable } from '../api/refusal';
import { type Sending, Uploads } from './uploads';

const file = (name: string): File => new File(['x'], name, { type: 'image/png' });
const uploads = (send: Sending['send']): Uploads =>
  new Uploads({
    fault: ({ name }) => (name.endsWith('.exe') ? `${name} is no photo.` : null),
    send,
    why: (error, name) => `${name}: ${error instanceof Error ? error.message : 'no'}`,
  });
const states = (of: Uploads) => of.all().map((row) => `${row.file.name} ${row.state}`);

describe('files on their way', () => {
  it('one that is not taken keeps no other back, and one that would be in vain is not sent', async () => {
    const sent: string[] = [];
    const under = uploads(({ name }) => {
      sent.push(name);
      return name === 'two.png' ? Promise.reject(new Refusal(415, 'no', 'not a photo')) : Promise.resolve();
    });
    expect(await under.add([file('one.png'), file('two.png'), file('a.exe'), file('three.png')])).toBe(2);
    expect(sent).toEqual(['one.png', 'two.png', 'three.png']);
    expect(states(under)).toEqual(['one.png there', 'two.png refused', 'a.exe refused', 'three.png there']);
    expect(under.troubles()).toEqual(['two.png: not a photo', 'a.exe is no photo.']);
  });

  it('go one at a time, say how far they have come, and later ones wait for their turn', async () => {
    const under: Uploads = uploads(async ({ name }, at) => {
      at(0.5);
      seen.push([under.now()?.file.name, under.now()?.share]);
      if (name === 'one.png') later.push(under.add([file('two.png')]));
      await Promise.resolve();
    });
    const seen: unknown[] = [];
    const later: Promise<number>[] = [];
    expect(await under.add([file('one.png')])).toBe(1);
    expect(await Promise.all(later)).toEqual([1]);
    expect(seen).toEqual([
      ['one.png', 0.5],
      ['two.png', 0.5],
    ]);
    expect(under.now()).toBeNull();
    expect(under.busy()).toBe(false);
  });

  it('can be sent again under the same key when nobody answered, but not when they were refused', async () => {
    const keys: string[] = [];
    const under = uploads((_, __, key) => {
      keys.push(key);
      return keys.length === 1 ? Promise.reject(new Unreachable()) : Promise.resolve();
    });
    expect(await under.add([file('one.png')])).toBe(0);
    expect(states(under)).toEqual(['one.png failed']);
    const [row] = under.all();
    if (row) await under.again(row);
    expect(states(under)).toEqual(['one.png there']);
    expect(new Set(keys).size).toBe(1);
  });

  it('keep what can still be sent again when others are added, and forget the rest', async () => {
    let isAway = true;
    const under = uploads(() => (isAway ? Promise.reject(new Unreachable()) : Promise.resolve()));
    await under.add([file('one.png'), file('a.exe')]);
    isAway = false;
    await under.add([file('two.png')]);
    expect(states(under)).toEqual(['one.png failed', 'two.png there']);
    under.clear();
    expect(under.all()).toEqual([]);
  });
});
