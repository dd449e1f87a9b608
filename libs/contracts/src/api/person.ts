import { z } from 'zod';
import { emailSchema, idSchema, lineOfText, localeSchema } from '../values';

/** Judged by length alone (NIST 800-63B); the upper bound keeps hashing bounded. */
export const passwordSchema = z.string().min(12, 'has at least 12 characters').max(256, 'has at most 256 characters');

/** A password as it was chosen once, whatever the rules are today. */
export const givenPasswordSchema = z.string().min(1).max(256);

export const personSchema = z.object({ id: idSchema, name: z.string(), email: z.string() });
export type Person = z.infer<typeof personSchema>;

export const changeMeSchema = z.strictObject({ name: lineOfText(120) });
export type ChangeMe = z.infer<typeof changeMeSchema>;

/** Ends every other session of the person. */
export const changePasswordSchema = z.strictObject({ current: givenPasswordSchema, password: passwordSchema });
export type ChangePassword = z.infer<typeof changePasswordSchema>;

/** Asks for a link at the new address; nothing changes before it is used. With the present address: confirms that one. */
export const changeEmailSchema = z.strictObject({
  email: emailSchema,
  password: givenPasswordSchema,
  /** Of the page it is asked for on, and so of the mail; the company's where it is not given. */
  language: localeSchema.optional(),
});
export type ChangeEmail = z.infer<typeof changeEmailSchema>;

/** Closes the account for good. */
export const deactivateMeSchema = z.strictObject({ password: givenPasswordSchema });
export type DeactivateMe = z.infer<typeof deactivateMeSchema>;

/** The token of a link that came by mail. */
export const mailedTokenSchema = z.strictObject({ token: z.string().min(1).max(256) });
export type MailedToken = z.infer<typeof mailedTokenSchema>;

/** What the page behind such a link shows. Looking uses up nothing. */
export const inspectedLinkSchema = z.object({ email: z.string(), status: z.enum(['open', 'used', 'expired']) });
export type InspectedLink = z.infer<typeof inspectedLinkSchema>;

export const confirmedEmailSchema = z.object({ email: z.string() });

export const requestResetSchema = z.strictObject({
  email: emailSchema,
  /** Of the page it is asked for on, and so of the mail; the company's where it is not given. */
  language: localeSchema.optional(),
});
export type RequestReset = z.infer<typeof requestResetSchema>;

export const completeResetSchema = z.strictObject({ token: z.string().min(1).max(256), password: passwordSchema });
export type CompleteReset = z.infer<typeof completeResetSchema>;
