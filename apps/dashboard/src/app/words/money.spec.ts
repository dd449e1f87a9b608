import { describe, expect, it } from '@jest/globals';
import { moneyText, readMoney } from './money';

const amountOf = (text: string) => readMoney(text, 'USD')?.amount;

describe('money as it is typed', () => {
  it.each([
    ['12,500.50', '12500.50'],
    ['$12 500', '12500.00'],
    ['1.234,5', '1234.50'],
    ['1,234', '1234.00'],
    ['USD 0.5', '0.50'],
    ['-300', '-300.00'],
    ['0012', '12.00'],
  ])('reads %s', (text, amount) => expect(amountOf(text)).toBe(amount));

  it.each(['abc', '12.3456', '1,23,4', '12..5', '1234567890123'])('refuses %s', (text) => {
    expect(readMoney(text, 'USD')).toBeUndefined();
  });

  it('takes nothing for nothing', () => expect(readMoney('  ', 'USD')).toBeNull());

  it('gives back what it reads', () => {
    const money = { amount: '12500.50', currency: 'USD' };
    expect(readMoney(moneyText(money), 'USD')).toEqual(money);
  });
});
