import { z } from 'zod';
import { emailSchema, idSchema, instantSchema } from '../values';
import { roleSchema } from '../words';
import { defineEvent } from './define';

export const invitationChangedV1 = defineEvent({
  type: 'identity.invitation.changed.v1',
  kind: 'state',
  producer: 'identity',
  stream: 'IDENTITY',
  consumers: ['projects', 'leads'],
  summary:
    'An invitation was sent, sent again, accepted or cancelled: how it stands. Past `expiresAt` a pending one has expired.',
  schema: z.object({
    invitationId: idSchema,
    companyId: idSchema,
    /** Null: to the company, as staff. */
    projectId: idSchema.nullable(),
    email: emailSchema,
    name: z.string().nullable(),
    role: roleSchema,
    state: z.enum(['pending', 'accepted', 'revoked']),
    sentAt: instantSchema,
    expiresAt: instantSchema,
    /** The person who accepted it. */
    acceptedBy: idSchema.nullable(),
    /** Which sending it stands at. */
    generation: z.int().positive().optional(),
  }),
});
