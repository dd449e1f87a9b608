import { describe, expect, it } from '@jest/globals';
import { makeSecrets } from '@porchlight/installation';
import { CapabilityTokens } from '@porchlight/platform';
import { versionsIn, withNewKey, withoutKey } from './token-keys';

describe('token keys', () => {
  const { linkKeys } = makeSecrets();
  const tokenOf = (keys: string): string =>
    new CapabilityTokens(keys, 'share-link').mint({ id: '0190b6a0-0000-7000-8000-000000000001', generation: 1 });
  const reads = (keys: string, token: string): boolean => new CapabilityTokens(keys, 'share-link').read(token) !== null;

  it('read what was signed before a rotation, until the old one is retired', () => {
    const rotated = withNewKey(linkKeys);
    expect(versionsIn(rotated)).toEqual([1, 2]);
    expect(reads(rotated, tokenOf(linkKeys))).toBe(true);
    expect(reads(linkKeys, tokenOf(rotated))).toBe(false);
    const retired = withoutKey(rotated, 1);
    expect(reads(retired, tokenOf(linkKeys))).toBe(false);
    expect(reads(retired, tokenOf(rotated))).toBe(true);
  });

  it('are as many as there are versions, and one always signs', () => {
    expect(() => withoutKey(linkKeys, 1)).toThrow('key 1 signs');
    expect(() => withoutKey(withNewKey(linkKeys), 3)).toThrow('there is no key 3; there are 1, 2');
    expect(() => withNewKey(linkKeys.replace('1:', '255:'))).toThrow('255 is the last');
  });
});
