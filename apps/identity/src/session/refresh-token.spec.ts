import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { newRefreshToken, readRefreshToken } from './refresh-token';

describe('refresh tokens', () => {
  it('name their session and are never the same twice', () => {
    const sid = v7();
    const token = newRefreshToken(sid);
    expect(readRefreshToken(token.token)).toEqual(token);
    expect(newRefreshToken(sid).token).not.toBe(token.token);
  });

  it('keep the token out of what is stored', () => {
    const { token, hash } = newRefreshToken(v7());
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toContain(token);
  });

  it.each([undefined, '', 'x', 'A'.repeat(63), 'A'.repeat(65)])('are not mistaken for %j', (text) => {
    expect(readRefreshToken(text)).toBeNull();
  });
});
