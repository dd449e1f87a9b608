import { idSchema, pageQuerySchema } from '@porchlight/contracts';
import { z } from 'zod';

/** `?companyId=` is needed only by who is staff of several companies. */
export const companyQuerySchema = z.strictObject({ companyId: idSchema.optional() });
export type CompanyQuery = z.infer<typeof companyQuerySchema>;

/** The cursor is the id of the last notice seen, ids being UUIDv7 and so in order of time. */
export const noticePageSchema = pageQuerySchema.extend({
  cursor: idSchema.optional(),
  companyId: idSchema.optional(),
});
export type NoticePage = z.infer<typeof noticePageSchema>;
