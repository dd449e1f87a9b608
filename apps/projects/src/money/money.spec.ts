import { describe, expect, it } from '@jest/globals';
import { moneySchema } from '@porchlight/contracts';
import fc from 'fast-check';
import { centsIn, centsOf, moneyOf } from './money';

describe('money', () => {
  it('reads amounts into cents', () => {
    expect(centsOf('1234.5')).toBe(123450n);
    expect(centsOf('0.05')).toBe(5n);
    expect(centsOf('-0.05')).toBe(-5n);
    expect(centsOf('999999999999.99')).toBe(99999999999999n);
  });

  it('writes what it read, to the cent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -99999999999999n, max: 99999999999999n }), (cents) => {
        const money = moneyOf(cents, 'USD');
        expect(moneySchema.parse(money)).toEqual(money);
        expect(centsOf(money.amount)).toBe(cents);
      }),
    );
  });

  it("refuses another currency than the company's", () => {
    expect(() => centsIn('USD', 'budget', { amount: '1.00', currency: 'EUR' })).toThrow(
      expect.objectContaining({ code: 'currency_mismatch', status: 400 }),
    );
  });
});
