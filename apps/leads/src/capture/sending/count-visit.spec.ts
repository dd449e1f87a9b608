import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { CountVisit } from './count-visit';

describe('visits of a public form', () => {
  const from = (ip: string): ExecutionContext =>
    ({ switchToHttp: () => ({ getRequest: () => ({ ip }) }) }) as unknown as ExecutionContext;

  it('are bounded for each network, which is told how long to wait', async () => {
    const count = new CountVisit();
    for (let visit = 0; visit < 600; visit += 1) expect(await count.canActivate(from('192.0.2.7'))).toBe(true);
    await expect(count.canActivate(from('192.0.2.7'))).rejects.toMatchObject({
      status: 429,
      extras: { headers: { 'retry-after': expect.stringMatching(/^[1-9]\d*$/) } },
    });
    expect(await count.canActivate(from('192.0.2.8'))).toBe(true);
  });
});
