import { defineEntity, p } from '@mikro-orm/postgresql';
import type { DataOf, invitationChangedV1 } from '@porchlight/contracts';

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    projectId: p.uuid(),
    email: p.text(),
    state: p.text().$type<DataOf<typeof invitationChangedV1>['state']>(),
    /** Which sending it stands at. */
    generation: p.integer(),
    sentAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedBy: p.uuid().nullable().strictNullable(),
    /** The newest sending that a mail server refused for good. */
    undeliveredGeneration: p.integer().nullable().strictNullable(),
    /** Whose it stays when their address changes after they accepted. */
    contactId: p.uuid().nullable().strictNullable(),
  },
});

/** Our copy of a customer's invitation to a project. */
export class Invitation extends InvitationSchema.class {
  get isUndelivered(): boolean {
    return this.undeliveredGeneration !== null && this.undeliveredGeneration >= this.generation;
  }
}
InvitationSchema.setClass(Invitation);
