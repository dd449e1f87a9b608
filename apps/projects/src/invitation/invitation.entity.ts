import { defineEntity, p } from '@mikro-orm/postgresql';
import { roleSchema } from '@porchlight/contracts';

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    /** Null: to the company, as staff. */
    projectId: p.uuid().strictNullable(),
    email: p.text(),
    name: p.text().strictNullable(),
    role: p.enum(roleSchema.options),
    state: p.enum(['pending', 'accepted', 'revoked'] as const),
    acceptedBy: p.uuid().strictNullable(),
  },
});

/** The copy of an invitation, as far as it may have tasks waiting for whoever accepts it. */
export class Invitation extends InvitationSchema.class {
  /** What the invited are called until they join and say so themselves. */
  get invitee(): string {
    return this.name ?? this.email;
  }
}
InvitationSchema.setClass(Invitation);
