import { describe, expect, it } from '@jest/globals';
import { disarmed, rearmed } from '@porchlight/contracts';
import { readAmount } from './read-amount';
import { readDate } from './read-date';
import { readStage } from './read-stage';

describe('an amount in a file', () => {
  it.each([
    ['$12,500.00', '12500.00', 'USD'],
    ['12500', '12500.00', 'USD'],
    ['12 500.5', '12500.50', 'USD'],
    ["12'500", '12500.00', 'USD'],
    ['12.500,75 EUR', '12500.75', 'EUR'],
    ['€ 1.234', '1234.00', 'EUR'],
    ['1,234', '1234.00', 'USD'],
    ['12,5', '12.50', 'USD'],
    ['usd 7', '7.00', 'USD'],
    ['-40.00', '-40.00', 'USD'],
    ['£3', '3.00', 'GBP'],
  ])('%s is %s %s', (text, amount, currency) => {
    expect(readAmount(text, 'USD')).toEqual({ amount, currency });
  });

  it('is in dollars of the company where it has some of its own', () => {
    expect(readAmount('$5', 'CAD')).toEqual({ amount: '5.00', currency: 'CAD' });
    expect(readAmount('$5', 'EUR')).toEqual({ amount: '5.00', currency: 'USD' });
  });

  it.each(['a lot', '12k', '1,23,4', '1.2.3', '10-20', '1234567890123', '5 bananas', '12.345.6,7', '=1+1'])(
    'is not %s',
    (text) => {
      expect(readAmount(text, 'USD')).toBeUndefined();
    },
  );
});

describe('a date in a file', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026/2/3', '2026-02-03'],
    ['2026-12-01 00:00:00', '2026-12-01'],
    ['12/1/2026', '2026-12-01'],
    ['12/1/26', '2026-12-01'],
    ['31.1.2026', '2026-01-31'],
    ['Dec 1, 2026', '2026-12-01'],
    ['1 December 2026', '2026-12-01'],
    ['1-Dec-2026', '2026-12-01'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, 'USD')).toBe(date);
  });

  it('has its day first where people write it so, and is none where nobody can tell', () => {
    expect(readDate('3/4/2026', 'USD')).toBe('2026-03-04');
    expect(readDate('3/4/2026', 'EUR')).toBe('2026-04-03');
    expect(readDate('3/4/2026', 'CAD')).toBeUndefined();
    expect(readDate('4/4/2026', 'CAD')).toBe('2026-04-04');
  });

  it.each(['soon', '2026-02-30', '13/13/2026', '46357', '1 Foo 2026', '2026'])('is not %s', (text) => {
    expect(readDate(text, 'USD')).toBeUndefined();
  });
});

describe('a stage in a file', () => {
  it.each([
    ['Site visit', 'site_visit'],
    ['SITE-VISIT', 'site_visit'],
    ['quoted', 'quoting'],
    ['Closed Won', 'won'],
    ['new', 'new'],
  ])('%s is %s', (text, stage) => {
    expect(readStage(text)).toBe(stage);
  });

  it.each(['', 'maybe', 'constructor', '__proto__'])('is not %s', (text) => {
    expect(readStage(text)).toBeUndefined();
  });
});

describe('a cell as long as a file may have it', () => {
  const ten = 9_990;
  it.each([
    ['separators that end in no amount', `1${','.repeat(ten)}a1`],
    ['signs of thousands', `1${"'".repeat(ten)}a1`],
    ['digits', '1'.repeat(ten)],
    ['spaces between digits', `1${' '.repeat(ten)}1x1`],
    ['what stands before', `${'-'.repeat(ten)}a`],
    ['a date that does not end', `2026-12-01T00:00${'0'.repeat(ten)}\n`],
    ['words', `${'december '.repeat(ten / 10)}1`],
    ['separators that begin formulas', `${';"'.repeat(ten / 2)}x`],
    ['apostrophes', `;${"'".repeat(ten)}x`],
    ['quotation marks', `;${'" '.repeat(ten / 2)}x`],
  ])('is read at once: %s', (_, text) => {
    // What goes over a cell again and again takes many seconds; of this process alone, whoever else is at work.
    const begun = process.cpuUsage();
    for (let again = 0; again < 20; again += 1) {
      expect(readAmount(text, 'USD')).toBeUndefined();
      readDate(text, 'USD');
      expect(readStage(text)).toBeUndefined();
      expect(rearmed(disarmed(text))).toBe(text);
    }
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(500);
  });

  it('is no amount with more than 40 characters, and one pass otherwise', () => {
    expect(readAmount(`1${' '.repeat(38)}2`, 'USD')).toEqual({ amount: '12.00', currency: 'USD' });
    expect(readAmount(`1${' '.repeat(39)}2`, 'USD')).toBeUndefined();
  });
});
