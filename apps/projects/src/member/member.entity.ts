import { defineEntity, p } from '@mikro-orm/postgresql';
import { roleSchema } from '@porchlight/contracts';

const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    companyId: p.uuid(),
    /** Null for staff, who belong to the whole company. */
    projectId: p.uuid().strictNullable(),
    role: p.enum(roleSchema.options),
  },
});

/** The copy of one membership. */
export class Member extends MemberSchema.class {}
MemberSchema.setClass(Member);
