import { z } from 'zod';
import { emailSchema, idSchema, instantSchema, pageOf } from '../values';
import { givenPasswordSchema, personSchema } from './person';

export const signInSchema = z.strictObject({ email: emailSchema, password: givenPasswordSchema });
export type SignIn = z.infer<typeof signInSchema>;

/** Answer to sign-in and refresh; the refresh token travels only in its HttpOnly cookie. */
export const signedInSchema = z.object({ person: personSchema, accessToken: z.string() });
export type SignedIn = z.infer<typeof signedInSchema>;

export const sessionSchema = z.object({
  id: idSchema,
  current: z.boolean(),
  /** The browser's own words about itself (`User-Agent`). */
  device: z.string(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;
export const sessionListSchema = pageOf(sessionSchema);

/** With 202: access is denied already, but some gateway has not said yet that it closed its screens. */
export const pendingSchema = z.object({ status: z.literal('pending') });
export type Pending = z.infer<typeof pendingSchema>;
