import { z } from 'zod';
import { idSchema } from '../values';

/** What an event about a part of a project says: which part and what became of it, never its private content. */
export const changeSchema = z.object({
  projectId: idSchema,
  id: idSchema,
  change: z.enum(['created', 'updated', 'deleted']),
});
