import { z } from 'zod';
import { idSchema } from '../values';
import { roleSchema } from '../words';
import { companySchema } from './company';
import { personSchema } from './person';

export const meSchema = z.object({
  person: personSchema,
  /** Whether the person has shown, by a link sent there, that the e-mail is theirs. */
  emailConfirmed: z.boolean(),
  /** Whether a mail server is set up here: without one no e-mail can be confirmed or changed. */
  mailSetUp: z.boolean(),
  /** Companies in which the person is staff. */
  companies: z.array(companySchema.extend({ role: roleSchema })),
  /** Every membership, staff ones too; `projectId` is null for staff. */
  memberships: z.array(
    z.object({
      companyId: idSchema,
      companyName: z.string(),
      projectId: idSchema.nullable(),
      projectName: z.string().nullable(),
      role: roleSchema,
    }),
  ),
});
export type Me = z.infer<typeof meSchema>;
