import { localeOf } from '@porchlight/ui';

const steps = [
  { unit: 'minute', ms: 60_000, below: 60 },
  { unit: 'hour', ms: 3_600_000, below: 24 },
  { unit: 'day', ms: 86_400_000, below: 14 },
  { unit: 'week', ms: 604_800_000, below: 9 },
  { unit: 'month', ms: 2_629_800_000, below: Infinity },
] as const;

const writer = new Intl.RelativeTimeFormat(localeOf(navigator.languages), { numeric: 'auto' });

/** How long ago an instant was, in the coarsest words that still say it: `just now`, `3 hours ago`, `yesterday`. */
export function ago(instant: string, now: number): string {
  const past = Math.max(0, now - Date.parse(instant));
  const step = steps.find(({ ms, below }) => Math.round(past / ms) < below) ?? steps[4];
  const count = Math.round(past / step.ms);
  return count === 0 ? 'just now' : writer.format(-count, step.unit);
}
