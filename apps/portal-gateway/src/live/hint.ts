import { instantSchema } from '@porchlight/contracts';
import { z } from 'zod';

/** What replicas tell each other of a project's portal: that it changed, and when the change was accepted. */
export const portalHintSchema = z.object({ changedAt: instantSchema.optional() });
export type PortalHint = z.infer<typeof portalHintSchema>;
