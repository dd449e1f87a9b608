import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '@porchlight/testing';

describe('files of leads, one after the other', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'leads'], env: { leads: { LIMIT_IMPORTS: '3' } } });
  });
  afterAll(() => system.stop());

  it('are taken so many in an hour of one company, and then it is told how long to wait', async () => {
    const [owner, other] = [system.client(), system.client()];
    await owner.register();
    await other.register();
    const rows = [{ client: 'The Okafors', projectType: 'Kitchen' }];
    const send = (by: typeof owner, preview: boolean) => by.post('/api/leads/import', { rows, preview });
    for (const preview of [true, false, true]) expect((await send(owner, preview)).status).toBe(200);
    for (const preview of [true, false]) {
      const { status, headers, body } = await send(owner, preview);
      expect([status, body.code]).toEqual([429, 'too_many_requests']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await owner.get('/api/leads')).body.items).toHaveLength(1);
    expect((await send(other, false)).status).toBe(200);
  });
});
