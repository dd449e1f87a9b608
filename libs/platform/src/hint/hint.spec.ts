import { describe, expect, it } from '@jest/globals';
import { hintChannel, hintIn } from './hint';

describe('a hint that PostgreSQL carries', () => {
  it('is read as it was told', () => {
    const told = { companyId: 'c', type: 'lead', id: 'l' };
    expect(hintIn(JSON.stringify(told))).toEqual(told);
  });

  it.each([undefined, '', 'no json', '{"companyId":', 'null', '[]', '{"companyId":1,"type":"lead","id":"l"}'])(
    'is nothing where %p was said',
    (payload) => expect(hintIn(payload)).toBeNull(),
  );
});

describe('the channel of hints', () => {
  const at = (url: string, schema = 'leads') => hintChannel({ DATABASE_URL: url, DATABASE_SCHEMA: schema });

  it('is the same for all replicas of a service, wherever they reach the database', () => {
    expect(at('postgres://leads:p%40ss@db-1:5432/porchlight')).toBe(
      at('postgresql://leads:p%40ss@10.0.0.7/porchlight'),
    );
    expect(at('postgres://leads:p%40ss@db/porchlight').length).toBeLessThan(64);
  });

  it('cannot be named without the password of the role of the service', () => {
    const names = [
      at('postgres://leads:one@db/x'),
      at('postgres://leads:two@db/x'),
      at('postgres://leads:one@db/x', 'b'),
    ];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^hints_[0-9a-f]{40}$/);
  });
});
