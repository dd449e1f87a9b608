import { describe, expect, it } from '@jest/globals';
import { freePort } from './free-port';

describe('a free port', () => {
  it('is given once, however many are wanted before one is used', async () => {
    const ports: number[] = [];
    while (ports.length < 80) ports.push(await freePort());
    expect(new Set(ports).size).toBe(ports.length);
  });
});
