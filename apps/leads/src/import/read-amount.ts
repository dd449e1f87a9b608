import { currencySchema, type Money } from '@porchlight/contracts';

const signs = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
]);
/** Longer than any amount; what is longer is not looked at. */
const longest = 40;
const dollars = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']);

/**
 * An amount as people write it in a file: `$12,500.00`, `12500`, `12.500,00 EUR`. Undefined where it is none. Without a
 * currency of its own it is in the company's.
 */
export const readAmount = (text: string, currency: string): Money | undefined => {
  const written = text.trim();
  if (written.length > longest) return undefined;
  // Between two digits only marks: no two parts of this match the same character, so it is done in one pass.
  const [, before = '', number = '', behind = ''] = /^(\D*?)(-?\d(?:[.,'’\s]*\d)*)(\D*)$/u.exec(written) ?? [];
  const unit = unitOf(`${before}${behind}`.replaceAll(/\s/g, ''), currency);
  const amount = unit && plain(number);
  return amount ? { amount, currency: unit } : undefined;
};

const unitOf = (written: string, currency: string): string | undefined => {
  if (written === '' || written.toUpperCase() === currency) return currency;
  if (written === '$') return dollars.has(currency) ? currency : 'USD';
  const unit = signs.get(written) ?? written.toUpperCase();
  return currencySchema.safeParse(unit).success ? unit : undefined;
};

/** The last of several marks is the decimal one; a single one is, unless three digits follow it, as between thousands. */
const plain = (number: string): string | undefined => {
  const bare = number.replaceAll(/['’\s]/gu, '');
  const [, whole = '', cents = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  const digits = whole.replaceAll(/[.,]/g, '');
  if (!/^-?\d{1,12}$/.test(digits) || !/^-?\d{1,3}(([.,])\d{3}(\2\d{3})*)?$|^-?\d+$/.test(whole)) return undefined;
  return `${digits}.${cents.padEnd(2, '0')}`;
};
