import { z } from 'zod';
import { portalViewV1Schema } from './view';

/** A whole view; the client applies it when `version` is above the one on screen. */
export const viewFrameSchema = z.object({
  type: z.literal('view'),
  version: z.int().positive(),
  view: portalViewV1Schema,
});

/** Said just before the server closes. `revoked` and `signed_out` are final; on the others the client comes back. */
export const closingReasonSchema = z.enum([
  'revoked',
  'signed_out',
  'expired',
  'restarting',
  'unavailable',
  'too_slow',
]);
export type ClosingReason = z.infer<typeof closingReasonSchema>;

export const closingFrameSchema = z.object({
  type: z.literal('closing'),
  reason: closingReasonSchema,
  /** How long to wait before coming back, in milliseconds. */
  retryAfterMs: z.int().nonnegative().optional(),
});

/** Everything the server may send on `WS /api/portal/{projectId}/live`. */
export const liveFrameSchema = z.discriminatedUnion('type', [viewFrameSchema, closingFrameSchema]);
export type LiveFrame = z.infer<typeof liveFrameSchema>;
