import { z } from 'zod';
import { idSchema, instantSchema, pageOf } from '../values';
import { roleSchema } from '../words';

export const memberSchema = z.object({
  personId: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  since: instantSchema,
});
export type Member = z.infer<typeof memberSchema>;
/** Project members and, with their company-wide role, the staff; or the staff alone. */
export const memberListSchema = pageOf(memberSchema);

export const changeMemberSchema = z.strictObject({ role: z.enum(['subcontractor', 'customer']) });
export type ChangeMember = z.infer<typeof changeMemberSchema>;

export const changeStaffSchema = z.strictObject({ role: z.enum(['owner', 'manager']) });
export type ChangeStaff = z.infer<typeof changeStaffSchema>;

/** `?links=<id>,<id>`: named links of the project that are revoked in the same step. */
export const removeMemberQuerySchema = z.strictObject({
  links: z
    .string()
    .max(4_000)
    .default('')
    .transform((text) => text.split(',').filter((id) => id !== ''))
    .pipe(z.array(idSchema).max(50)),
});
export type RemoveMemberQuery = z.infer<typeof removeMemberQuerySchema>;

/** Somebody who has a part in the company, and every part they have. */
export const companyPersonSchema = z.object({
  personId: idSchema,
  name: z.string(),
  email: z.string(),
  memberships: z.array(
    z.object({
      /** Null: staff of the company. */
      projectId: idSchema.nullable(),
      projectName: z.string().nullable(),
      role: roleSchema,
      since: instantSchema,
    }),
  ),
});
export type CompanyPerson = z.infer<typeof companyPersonSchema>;
export const companyPersonListSchema = pageOf(companyPersonSchema);
