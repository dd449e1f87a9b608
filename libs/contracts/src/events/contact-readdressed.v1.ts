import { z } from 'zod';
import { emailSchema, idSchema } from '../values';
import { defineEvent } from './define';

export const contactReaddressedV1 = defineEvent({
  type: 'leads.contact.readdressed.v1',
  kind: 'occurrence',
  producer: 'leads',
  stream: 'LEADS',
  consumers: ['identity'],
  summary:
    "A client's contact has another e-mail address, or none: identity moves or cancels their pending invitations.",
  schema: z.object({
    contactId: idSchema,
    companyId: idSchema,
    /** The portals of the client's published leads. */
    projectIds: z.array(idSchema).max(500),
    from: emailSchema,
    to: emailSchema.nullable(),
    /** The person of the staff who did it. */
    by: idSchema,
  }),
});
