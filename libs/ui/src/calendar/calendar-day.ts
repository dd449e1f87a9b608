const millisecondsPerDay = 86_400_000;
/** Longer than any calendar day: 25 hours when clocks go back, and a margin for zones that once skipped a date. */
const longestDay = 2 * millisecondsPerDay;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A zone that this browser does not know counts as the viewer's own: a badge a few hours off beats a broken page. */
const dayFormat = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    format = new Intl.DateTimeFormat('en-US', options);
  }
  formats.set(timeZone, format);
  return format;
};

/** The calendar date (`YYYY-MM-DD`) in an IANA time zone at an instant (milliseconds since the epoch). */
export function calendarDay(now: number, timeZone: string): string {
  const parts = new Map(
    dayFormat(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The IANA time zone of the viewer's own device. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Calendar days from one date to another (`YYYY-MM-DD` both): negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay);
}

/**
 * The first instant (milliseconds since the epoch) after `now` at which the zone shows another date.
 * Found by bisection on the date itself, so that days of 23 and 25 hours and odd offsets need no rule of their own.
 */
export function nextMidnight(now: number, timeZone: string): number {
  const today = calendarDay(now, timeZone);
  let before = now;
  let after = now + longestDay;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (calendarDay(middle, timeZone) === today) before = middle;
    else after = middle;
  }
  return after;
}
