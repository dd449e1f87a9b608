import { z } from 'zod';
import { colorSchema, companyColorsSchema, idSchema, lineOfText, publicContactSchema } from '../values';

/** A picture as stored: re-encoded, without anything its camera or program wrote into it. */
export const pictureSchema = z.object({
  id: idSchema,
  /** Under `/api/leads/brand/pictures/…`, for the staff. */
  url: z.string(),
  width: z.int(),
  height: z.int(),
  /** What it shows, for those who cannot see it. */
  alt: z.string().nullable(),
});
export type Picture = z.infer<typeof pictureSchema>;

export const brandSchema = z.object({
  companyId: idSchema,
  version: z.int(),
  colors: companyColorsSchema,
  /** What follows from the two colours. */
  shades: z.object({ primaryDark: colorSchema, secondaryLight: colorSchema }),
  logo: pictureSchema.nullable(),
  /** Pairs of colours found in the logo, best first. */
  suggestions: z.array(companyColorsSchema),
  /** Work to be proud of; shown beside the contact in the portal. */
  pictures: z.array(pictureSchema),
});
export type Brand = z.infer<typeof brandSchema>;

/** `If-Match` with the brand's version. */
export const changeBrandSchema = z.strictObject({ colors: companyColorsSchema.strict() });
export const changePictureSchema = z.strictObject({ alt: lineOfText(200).nullable() });
/** How many portfolio pictures a brand has at most. */
export const maxPictures = 6;

/** What the invitation mail would look like; what is not given is the company's own. */
export const previewMailSchema = z.strictObject({
  companyId: idSchema.optional(),
  companyName: lineOfText(120).optional(),
  projectName: lineOfText(160).optional(),
  message: z.string().max(2000).optional(),
  colors: companyColorsSchema.strict().optional(),
  contact: publicContactSchema.strict().optional(),
});
export type PreviewMail = z.infer<typeof previewMailSchema>;
/** `html` has the logo in it; it belongs into a frame that runs nothing. */
export const previewedMailSchema = z.object({
  from: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});
export type PreviewedMail = z.infer<typeof previewedMailSchema>;
