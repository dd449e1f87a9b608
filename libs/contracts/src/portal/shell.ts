import { z } from 'zod';
import { companyColorsSchema, idSchema } from '../values';

/** What the portal may say of the company: its brand and its public contact. */
export const portalCompanySchema = z.object({
  name: z.string(),
  /** `/api/portal/{projectId}/files/{id}`. */
  logoUrl: z.string().optional(),
  colors: companyColorsSchema,
  /** Work of theirs, for the contact area; paths as `logoUrl`. */
  pictures: z
    .array(z.object({ url: z.string(), alt: z.string().optional() }))
    .max(6)
    .optional(),
  contact: z.object({ name: z.string().optional(), phone: z.string().optional(), email: z.string().optional() }),
});

/** The frame around a project's view, kept by `leads` and carried whole by `portal.fact.shell.v1`. */
export const portalShellV1Schema = z.object({
  projectId: idSchema,
  company: portalCompanySchema,
  welcomeMessage: z.string().optional(),
  amberDays: z.int().min(0).max(365),
});
export type PortalShellV1 = z.infer<typeof portalShellV1Schema>;
