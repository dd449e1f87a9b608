import { z } from 'zod';
import { emailSchema, idSchema } from '../values';
import { roleSchema } from '../words';
import { defineEvent } from './define';

export const membershipChangedV1 = defineEvent({
  type: 'identity.membership.changed.v1',
  kind: 'state',
  producer: 'identity',
  stream: 'IDENTITY',
  consumers: ['projects', 'leads', 'notifications'],
  summary:
    "A person's memberships changed; all of them. The aggregate is the person, its version the membership version of the access token.",
  schema: z.object({
    personId: idSchema,
    name: z.string(),
    email: emailSchema,
    /** `projectId` is null for staff (owner, manager), set for subcontractors and customers. */
    memberships: z.array(z.object({ companyId: idSchema, projectId: idSchema.nullable(), role: roleSchema })),
  }),
});
