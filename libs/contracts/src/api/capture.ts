import { z } from 'zod';
import { emailSchema, idSchema, lineOfText, linesOfText } from '../values';

/** Whether a field of the public form is there, and must be filled. */
export const fieldUseSchema = z.enum(['off', 'optional', 'required']);
export type FieldUse = z.infer<typeof fieldUseSchema>;

/** The last part of the form's address: lower-case words joined by hyphens. */
export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'has letters, digits and single hyphens, such as alder-and-sons');

const captureFormFields = {
  slug: slugSchema,
  /** Off: the page says that the form is closed, and whom to call. */
  enabled: z.boolean(),
  heading: lineOfText(120),
  introduction: linesOfText(1000),
  thanks: linesOfText(1000),
  /** To choose from; empty: typed freely. */
  projectTypes: z.array(lineOfText(120)).max(20),
  fields: z.strictObject({
    phone: fieldUseSchema,
    siteAddress: fieldUseSchema,
    projectType: fieldUseSchema,
    message: fieldUseSchema,
    source: fieldUseSchema,
  }),
  /** The company's own; what is answered stands in the lead's notes. */
  questions: z.array(z.strictObject({ label: lineOfText(160), required: z.boolean() })).max(5),
};
/** A company's public form. Name and e-mail are always asked for. */
export const captureFormSchema = z.object({
  companyId: idSchema,
  version: z.int(),
  ...captureFormFields,
  /** The page, and the HTML that shows it on another site. */
  url: z.string(),
  snippet: z.string(),
});
export type CaptureForm = z.infer<typeof captureFormSchema>;
/** `If-Match` with the form's version. */
export const changeCaptureFormSchema = z.strictObject(captureFormFields).partial();
export type ChangeCaptureForm = z.infer<typeof changeCaptureFormSchema>;

/** What a visitor sends; unknown fields are refused, `website` is for machines only and must be empty. */
export const captureSchema = z.strictObject({
  name: lineOfText(120),
  email: emailSchema,
  phone: lineOfText(40).optional(),
  siteAddress: lineOfText(300).optional(),
  projectType: lineOfText(120).optional(),
  /** With the answers no longer than a lead's notes. */
  message: linesOfText(4000).optional(),
  source: lineOfText(120).optional(),
  /** In the order of the form's questions. */
  answers: z.array(linesOfText(1000)).max(5).optional(),
  website: z.string().max(200).optional(),
  /** From the form: when it was given out, signed. */
  ticket: z.string().min(1).max(256),
});
export type Capture = z.infer<typeof captureSchema>;
/** The same for everybody, whatever became of it. */
export const capturedSchema = z.object({ thanks: z.string() });
/** What a form of one's own needs: the fields, and the ticket to send back. */
export const publicFormSchema = z.object({
  companyName: z.string(),
  heading: z.string(),
  introduction: z.string(),
  projectTypes: z.array(z.string()),
  fields: captureFormFields.fields,
  questions: captureFormFields.questions,
  ticket: z.string(),
});
