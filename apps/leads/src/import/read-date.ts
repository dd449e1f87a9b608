import { dateSchema } from '@porchlight/contracts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Where the same digits are written both ways round. */
const undecided = new Set(['CAD']);

/**
 * A date as people write it in a file: `2026-12-01`, `12/1/2026`, `1 Dec 2026`, `December 1, 2026`. Which of two numbers is
 * the month follows from the company's currency. Undefined where it is no date, or could be two.
 */
export const readDate = (text: string, currency: string): string | undefined => {
  const written = text.trim();
  return yearFirst(written) ?? inWords(written) ?? yearLast(written, currency);
};

const dateOf = (year: string, month: number | string, day: number | string): string | undefined => {
  const date = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dateSchema.safeParse(date).success ? date : undefined;
};

const yearFirst = (text: string): string | undefined => {
  // A time behind it, as spreadsheets like to add, says nothing here.
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00.*)?$/.exec(text) ?? [];
  return year && month && day ? dateOf(year, month, day) : undefined;
};

const inWords = (text: string): string | undefined => {
  const parts = /^(?<day>\d{1,2})\.?[ -](?<month>[a-z]{3,9})\.?[ ,-]+(?<year>\d{4})$/i.exec(text);
  const others = /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i.exec(text);
  const { day, month, year } = (parts ?? others)?.groups ?? {};
  if (!day || !month || !year) return undefined;
  const index = months.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : dateOf(year, index + 1, day);
};

const yearLast = (text: string, currency: string): string | undefined => {
  const [, one, other, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text) ?? [];
  if (!one || !other || !year) return undefined;
  const monthFirst = dateOf(year, one, other);
  const dayFirst = dateOf(year, other, one);
  if (monthFirst === undefined || dayFirst === undefined || monthFirst === dayFirst) return monthFirst ?? dayFirst;
  if (undecided.has(currency)) return undefined;
  return currency === 'USD' ? monthFirst : dayFirst;
};
