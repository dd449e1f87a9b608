import { describe, expect, it } from '@jest/globals';
import { RawBody } from '@porchlight/platform';
import { setImmediate as settled } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { Uploads } from './uploads';

describe('uploads', () => {
  const limits = { take: async () => async () => undefined };
  const arriving = () => {
    const stream = new PassThrough();
    return { body: new RawBody('image/png', stream, 1024), arrive: () => stream.end('bytes') };
  };

  it('that come slowly from several companies hold up none that is there', async () => {
    const uploads = new Uploads(limits);
    const slow = Array.from({ length: 6 }, arriving);
    const all = slow.map(({ body }, at) => uploads.receive(`slow ${at % 3}`, body, async () => at));
    const quick = arriving();
    quick.arrive();
    let stored = '';
    const one = uploads.receive('quick', quick.body, async (bytes) => (stored = bytes.toString()));
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(stored).toBe('bytes');
    for (const { arrive } of slow) arrive();
    await Promise.all([one, ...all]);
  });

  it('are worked on 4 at once, and are 2 of one company', async () => {
    const uploads = new Uploads(limits);
    const ends: (() => void)[] = [];
    const busy = new Map<string, number>();
    const send = (companyId: string) => {
      const { body, arrive } = arriving();
      arrive();
      return uploads.receive(companyId, body, async () => {
        busy.set(companyId, (busy.get(companyId) ?? 0) + 1);
        await new Promise<void>((resolve) => ends.push(resolve));
      });
    };
    const all = ['a', 'a', 'a', 'b', 'c', 'c'].map(send);
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(Object.fromEntries(busy)).toEqual({ a: 2, b: 1, c: 1 });
    while (ends.length > 0) {
      for (const end of ends.splice(0)) end();
      for (let turn = 0; turn < 5; turn += 1) await settled();
    }
    await Promise.all(all);
    expect(Object.fromEntries(busy)).toEqual({ a: 3, b: 1, c: 2 });
  });

  it('are read 8 at once, so that a burst is not all in memory: the ninth waits unread', async () => {
    const uploads = new Uploads(limits);
    const burst = Array.from({ length: 9 }, arriving);
    const read: number[] = [];
    for (const [at, { body }] of burst.entries()) {
      const reads = body.read.bind(body);
      body.read = () => {
        read.push(at);
        return reads();
      };
    }
    const all = burst.map(({ body }, at) => uploads.receive(`company ${at}`, body, async () => at));
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    burst[0]?.arrive();
    await all[0];
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(read).toContain(8);
    for (const { arrive } of burst) arrive();
    await Promise.all(all);
  });
});
