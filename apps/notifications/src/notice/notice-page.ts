import { idSchema, pageQuerySchema } from '@porchlight/contracts';
import type { z } from 'zod';

/** The cursor is the id of the last notice seen, ids being UUIDv7 and so in order of time. */
export const noticePageSchema = pageQuerySchema.extend({
  cursor: idSchema.optional(),
  companyId: idSchema.optional(),
});
export type NoticePage = z.infer<typeof noticePageSchema>;
