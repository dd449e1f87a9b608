import { z } from 'zod';
import { idSchema, instantSchema, pageOf } from '../values';
import { noticeKindSchema } from '../words';

/** One entry under the dashboard's bell. */
export const noticeSchema = z.object({
  id: idSchema,
  kind: noticeKindSchema,
  at: instantSchema,
  /** Whether this person had the bell open since. */
  seen: z.boolean(),
  /** Whom or what it is about, e.g. the client's name and the project type. */
  subject: z.string(),
  detail: z.string().nullable(),
  /** Where it is dealt with. */
  leadId: idSchema.nullable(),
  projectId: idSchema.nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;
export const noticeListSchema = pageOf(noticeSchema).extend({ unseen: z.int() });
export type NoticeList = z.infer<typeof noticeListSchema>;
/** Everything up to this notice was seen. */
export const seenNoticesSchema = z.strictObject({ upTo: idSchema });
/** One line of `GET /api/notifications/changes` (server-sent events): there is something new. */
export const noticeHintSchema = z.object({ type: z.literal('notice'), id: idSchema });
