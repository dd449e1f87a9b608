import { z } from 'zod';

/** Any identifier on the wire: a UUID in its canonical lower-case form. */
export const idSchema = z.uuid().toLowerCase();

/** A calendar date without a time zone: `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();

/** An instant in UTC: RFC 3339 with `Z`, e.g. `2026-11-21T18:30:00.000Z`. */
export const instantSchema = z.iso.datetime();

/** Zones found good: asking costs a millisecond, and events carry one each. Bounded, since any spelling of a case will do. */
const knownZones = new Set<string>();
const zonesRemembered = 1_000;

const knownTimeZone = (zone: string): boolean => {
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    if (knownZones.size < zonesRemembered) knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
};

/** An IANA time zone that this runtime knows, e.g. `America/Denver`. */
export const timeZoneSchema = z.string().min(1).max(64).refine(knownTimeZone, { message: 'is not a known time zone' });

/** A BCP 47 language tag that Porchlight speaks. */
export const localeSchema = z.enum(['en', 'es']);

/** An ISO 4217 currency code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'is a three-letter currency code');

/** Money as a decimal string, never a float: `{ "amount": "1234.50", "currency": "USD" }`. */
export const moneySchema = z.strictObject({
  amount: z.string().regex(/^-?\d{1,12}(\.\d{1,2})?$/, 'is an amount such as "1234.50"'),
  currency: currencySchema,
});
export type Money = z.infer<typeof moneySchema>;

/** One line of text a person typed: trimmed, no control characters (they would break mail headers and logs). */
export const lineOfText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // eslint-disable-next-line no-control-regex -- refusing control characters is the point
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'has characters that cannot be typed on one line');

/** Several lines of text a person typed: trimmed, line breaks and tabs allowed, other control characters refused. */
export const linesOfText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex -- refusing control characters is the point
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'has characters that cannot be typed');

/** One plain e-mail address, lower-cased. Lists, display names and quoted forms are refused. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** `#RRGGBB`, lower-cased. */
export const colorSchema = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'is a colour such as #1f4e46');

/** What a company lets its customers see of itself; typed as such, never taken from an account. */
export const publicContactSchema = z.object({
  name: lineOfText(120).optional(),
  phone: lineOfText(40).optional(),
  email: emailSchema.optional(),
});
export type PublicContact = z.infer<typeof publicContactSchema>;

export const companyColorsSchema = z.object({ primary: colorSchema, secondary: colorSchema });
export type CompanyColors = z.infer<typeof companyColorsSchema>;

/** `?companyId=` of routes that name no single thing; needed only by who is staff of several companies. */
export const companyQuerySchema = z.strictObject({ companyId: idSchema.optional() });
export type CompanyQuery = z.infer<typeof companyQuerySchema>;

/** A page of a list; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** `?cursor=&limit=` of every list. */
export const pageQuerySchema = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
