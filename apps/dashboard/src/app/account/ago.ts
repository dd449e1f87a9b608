const steps = [
  { unit: 'minute', ms: 60_000, below: 60 },
  { unit: 'hour', ms: 3_600_000, below: 24 },
  { unit: 'day', ms: 86_400_000, below: 14 },
  { unit: 'week', ms: 604_800_000, below: 9 },
  { unit: 'month', ms: 2_629_800_000, below: Infinity },
] as const;

/** How long ago an instant was, in the coarsest words of a locale that still say it: `justNow`, `3 hours ago`, `yesterday`. */
export function ago(instant: string, now: number, locale: string, justNow: string): string {
  const past = Math.max(0, now - Date.parse(instant));
  const step = steps.find(({ ms, below }) => Math.round(past / ms) < below) ?? steps[4];
  const count = Math.round(past / step.ms);
  return count === 0 ? justNow : new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-count, step.unit);
}
