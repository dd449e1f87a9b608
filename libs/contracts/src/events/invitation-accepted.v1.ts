import { z } from 'zod';
import { idSchema } from '../values';
import { defineEvent } from './define';

export const invitationAcceptedV1 = defineEvent({
  type: 'identity.invitation.accepted.v1',
  kind: 'occurrence',
  producer: 'identity',
  stream: 'IDENTITY',
  consumers: ['notifications'],
  summary: 'Somebody accepted an invitation: notifications tells who invited, asking identity for the words.',
  schema: z.object({
    invitationId: idSchema,
    /** Which sending of the invitation it was. */
    generation: z.int().positive(),
    /** Where to; null: the company, as staff. */
    projectId: idSchema.nullable().optional(),
    /** Who accepted, by name. */
    who: z.string().optional(),
  }),
});
