import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CapabilityTokens } from './capability-token';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
const one = `1:${key(1)}`;
const both = `${one},2:${key(2)}`;
const id = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';

describe('CapabilityTokens', () => {
  const tokens = new CapabilityTokens(one, 'invitation');

  it('reads back what it minted', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 0xffffffff }), (anyId, generation) => {
        expect(tokens.read(tokens.mint({ id: anyId, generation }))).toEqual({ id: anyId, generation, keyVersion: 1 });
      }),
    );
  });

  it('gives one row and generation one spelling, safe in a URL', () => {
    const token = tokens.mint({ id, generation: 1 });
    expect(token).toBe(tokens.mint({ id, generation: 1 }));
    expect(token).toMatch(/^[A-Za-z0-9_-]{71}$/);
    expect(tokens.mint({ id, generation: 2 })).not.toBe(token);
  });

  it('refuses a token in which any one character differs', () => {
    const token = tokens.mint({ id, generation: 1 });
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(tokens.read(token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
  });

  it('refuses whatever it did not mint', () => {
    const token = tokens.mint({ id, generation: 1 });
    for (const wrong of [
      '',
      'x',
      `${token}A`,
      `${token}=`,
      ` ${token}`,
      token.slice(1),
      'A'.repeat(71),
      'é'.repeat(71),
    ])
      expect(tokens.read(wrong)).toBeNull();
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => expect(tokens.read(text)).toBeNull()));
  });

  it('keeps purposes apart under the same key', () => {
    expect(new CapabilityTokens(one, 'share-link').read(tokens.mint({ id, generation: 1 }))).toBeNull();
  });

  it('signs with the newest key, still reads the older, and forgets a retired one', () => {
    const rotated = new CapabilityTokens(both, 'invitation');
    const old = tokens.mint({ id, generation: 1 });
    const fresh = rotated.mint({ id, generation: 1 });
    expect(rotated.newestKeyVersion).toBe(2);
    expect(rotated.read(old)?.keyVersion).toBe(1);
    expect(rotated.read(fresh)?.keyVersion).toBe(2);
    expect(rotated.mintWith(1, { id, generation: 1 })).toBe(old);
    expect(tokens.read(fresh)).toBeNull();
    expect([rotated.has(1), rotated.has(2), tokens.has(2)]).toEqual([true, true, false]);
    expect(() => tokens.mintWith(2, { id, generation: 1 })).toThrow('not configured');
  });

  it.each(['', '1', `0:${key(1)}`, `256:${key(1)}`, `1:${key(1)},1:${key(2)}`, '1:c2hvcnQ', `x:${key(1)}`])(
    'refuses the keys %j without repeating them',
    (keys) => {
      expect(() => new CapabilityTokens(keys, 'invitation')).toThrow(/^(?!.*c2hvcnQ).*token key/);
    },
  );
});
