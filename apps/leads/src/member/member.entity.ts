import { defineEntity, p } from '@mikro-orm/postgresql';
import type { DataOf, membershipChangedV1 } from '@porchlight/contracts';

/** A company in which a person is staff. */
export interface StaffRole {
  readonly companyId: string;
  readonly role: 'owner' | 'manager';
}

const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    personId: p.uuid().primary(),
    version: p.integer(),
    staffOf: p.json<StaffRole[]>(),
  },
});

/** Our copy of where a person is staff; `version` is the membership version of the access token. */
export class Member extends MemberSchema.class {
  roleIn(companyId: string): StaffRole['role'] | undefined {
    return this.staffOf.find((staff) => staff.companyId === companyId)?.role;
  }
}
MemberSchema.setClass(Member);

/** The staff roles among a person's memberships; those of projects give nothing here. */
export const staffRoles = (memberships: DataOf<typeof membershipChangedV1>['memberships']): StaffRole[] =>
  memberships.flatMap(({ companyId, projectId, role }) =>
    projectId === null && (role === 'owner' || role === 'manager') ? [{ companyId, role }] : [],
  );
