import { z } from 'zod';
import {
  currencySchema,
  dateSchema,
  emailSchema,
  idSchema,
  lineOfText,
  localeSchema,
  publicContactSchema,
  timeZoneSchema,
} from '../values';
import { passwordSchema, personSchema } from './person';

export const registerCompanySchema = z.strictObject({
  companyName: lineOfText(120),
  name: lineOfText(120),
  email: emailSchema,
  password: passwordSchema,
  timeZone: timeZoneSchema.default('America/New_York'),
  locale: localeSchema.default('en'),
  currency: currencySchema.default('USD'),
  /** What customers may see of the company; may be given later. */
  contact: publicContactSchema.strict().optional(),
});
export type RegisterCompany = z.infer<typeof registerCompanySchema>;

/** Whether strangers may register companies. */
export const registrationSchema = z.object({ open: z.boolean() });

export const companySchema = z.object({
  id: idSchema,
  name: z.string(),
  timeZone: timeZoneSchema,
  locale: localeSchema,
  currency: currencySchema,
  workingDays: z.array(z.int()),
  holidays: z.array(z.string()),
  amberDays: z.int(),
  contact: publicContactSchema,
  version: z.int(),
});
export type Company = z.infer<typeof companySchema>;

const sortedOnce = <T>(values: T[]): T[] => [...new Set(values)].sort();

/** ISO weekdays on which work is planned: 1 Monday … 7 Sunday; sorted, each once. */
export const workingDaysSchema = z
  .array(z.int().min(1).max(7))
  .min(1, 'names at least one day')
  .max(7)
  .transform(sortedOnce);

/** Days on which nobody works; sorted, each once. */
export const holidaysSchema = z.array(dateSchema).max(400, 'has at most 400 days').transform(sortedOnce);

/** Owner only; `If-Match` with the company's version. */
export const changeCompanySchema = z
  .strictObject({
    name: lineOfText(120),
    timeZone: timeZoneSchema,
    locale: localeSchema,
    workingDays: workingDaysSchema,
    holidays: holidaysSchema,
    amberDays: z.int().min(0).max(365),
    contact: publicContactSchema.strict(),
  })
  .partial();
export type ChangeCompany = z.infer<typeof changeCompanySchema>;

export const registeredSchema = z.object({ company: companySchema, person: personSchema, accessToken: z.string() });
export type Registered = z.infer<typeof registeredSchema>;
