import type { Money } from '@porchlight/contracts';

/**
 * Money as a person types it: `12,500.50`, `$12 500`, `1.234,5`. The last separator with one or two digits behind it is the
 * decimal one. Null for nothing typed, `undefined` for what is no amount.
 */
export function readMoney(text: string, currency: string): Money | null | undefined {
  const bare = text.replace(currency, '').replace(/[\s\u00a0\u202f'’\p{Sc}]/gu, '');
  if (bare === '') return null;
  const match = /^(-?)(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return undefined;
  const [, sign = '', whole = '', cents = ''] = match;
  if (/[.,]/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return undefined;
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  if (digits.length > 12) return undefined;
  return { amount: `${sign}${digits}${cents ? `.${cents.padEnd(2, '0')}` : '.00'}`, currency };
}

/** The text to edit: `12500.50`, or nothing. */
export const moneyText = (money: Money | null | undefined): string => (money ? money.amount.replace(/\.00$/, '') : '');

/** `$12,500` or `$12,500.50` in the reader's way of writing. */
export function showMoney(money: Money | null | undefined): string {
  if (!money) return '–';
  const whole = /(\.0{0,2})?$/.test(money.amount) && !/\.\d*[1-9]/.test(money.amount);
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(Number(money.amount));
}

export const isOver = (money: Money): boolean => money.amount.startsWith('-');
