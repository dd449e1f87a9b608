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
    const slow = Array.from({ length: 9 }, arriving);
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

  it('are worked on 8 at once, and are 3 of one company', async () => {
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
    const all = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'd'].map(send);
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(Object.fromEntries(busy)).toEqual({ a: 3, b: 3, c: 2 });
    while (ends.length > 0) {
      for (const end of ends.splice(0)) end();
      for (let turn = 0; turn < 5; turn += 1) await settled();
    }
    await Promise.all(all);
  });
});
