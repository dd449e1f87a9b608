import type { Lead, LeadStage, LeadTotals, Money } from '@porchlight/contracts';
import { showMoney } from '../../words/money';

type StageTotal = LeadTotals['stages'][number];

const cents = (amount: string): bigint => {
  const [whole = '0', part = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  return amount.startsWith('-') ? -size : size;
};

const written = (size: bigint): string => {
  const digits = String(size < 0n ? -size : size).padStart(3, '0');
  return `${size < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

function plus(values: readonly Money[], { amount, currency }: Money, sign: 1n | -1n): Money[] {
  const before = values.find((value) => value.currency === currency)?.amount ?? '0.00';
  const sum = cents(before) + sign * cents(amount);
  const others = values.filter((value) => value.currency !== currency);
  return sum === 0n ? others : [...others, { amount: written(sum), currency }];
}

const shifted = (total: StageTotal, lead: Lead, step: 1 | -1): StageTotal => ({
  ...total,
  count: Math.max(0, total.count + step),
  values: lead.estimatedValue ? plus(total.values, lead.estimatedValue, step === 1 ? 1n : -1n) : total.values,
});

/** The totals as they are once a lead stands in another stage. */
export const movedTotals = (totals: LeadTotals, lead: Lead, from: LeadStage, to: LeadStage): LeadTotals => {
  if (from === to) return totals;
  const gained: StageTotal[] = totals.stages.some(({ stage }) => stage === to)
    ? []
    : [{ stage: to, count: 0, values: [] }];
  return {
    ...totals,
    stages: [...totals.stages, ...gained].map((total) =>
      total.stage === from ? shifted(total, lead, -1) : total.stage === to ? shifted(total, lead, 1) : total,
    ),
  };
};

/** `$38K`: where there is no room. */
export const showSumShortly = (values: readonly Money[]): string =>
  [...values]
    .sort((a, b) => Number(b.amount) - Number(a.amount))
    .map(({ amount, currency }) =>
      new Intl.NumberFormat(undefined, { style: 'currency', currency, notation: 'compact' }).format(Number(amount)),
    )
    .join(' + ');

/** `$120,000` or, where leads are valued in several currencies, `$120,000 + €9,000`. */
export const showSum = (values: readonly Money[]): string =>
  [...values]
    .sort((a, b) => Number(b.amount) - Number(a.amount))
    .map((value) => showMoney(value))
    .join(' + ');
