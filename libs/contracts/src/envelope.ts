import { z } from 'zod';
import { idSchema, instantSchema } from './values';

/** What surrounds every message on the bus. `id` is also the `Nats-Msg-Id`. */
export const envelopeSchema = z.object({
  id: idSchema,
  /** The event's type and its subject, e.g. `projects.task.changed.v1`. */
  type: z.string(),
  occurredAt: instantSchema,
  /** The tenant, or null where the message belongs to a person rather than a company. */
  companyId: idSchema.nullable(),
  aggregateId: idSchema,
  aggregateVersion: z.int().positive(),
  correlationId: z.string().max(64),
  causationId: z.string().max(64).nullable(),
  traceparent: z.string().max(64).nullable(),
  data: z.unknown(),
});
export type Envelope<T = unknown> = Omit<z.infer<typeof envelopeSchema>, 'data'> & { data: T };
