import type { Money } from '@porchlight/contracts';
import { ProblemError } from '@porchlight/platform';

/** An amount in hundredths of the company's currency; whole numbers only, never a float. */
export type Cents = bigint;

/** Cents of an amount such as `"-1234.5"`. The schema has checked its form. */
export const centsOf = (amount: string): Cents => {
  const negative = amount.startsWith('-');
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const cents = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return negative ? -cents : cents;
};

/** Money on the wire, always with two decimals. */
export const moneyOf = (cents: Cents, currency: string): Money => {
  const positive = cents < 0n ? -cents : cents;
  const fraction = String(positive % 100n).padStart(2, '0');
  return { amount: `${cents < 0n ? '-' : ''}${positive / 100n}.${fraction}`, currency };
};

export const moneyOrNull = (cents: Cents | null, currency: string): Money | null =>
  cents === null ? null : moneyOf(cents, currency);

/** Cents of money in the company's currency. Throws 400 `currency_mismatch` on any other. */
export const centsIn = (currency: string, path: string, money: Money): Cents => {
  if (money.currency === currency) return centsOf(money.amount);
  throw new ProblemError('currency_mismatch', 400, `This company works in ${currency}.`, {
    errors: [{ path: `${path}.currency`, message: `is ${currency}` }],
  });
};

/** As `centsIn`, where null clears the amount and undefined leaves it. */
export const centsOrNullIn = (currency: string, path: string, money: Money | null): Cents | null =>
  money === null ? null : centsIn(currency, path, money);
