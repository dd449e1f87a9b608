import { defineEntity, p } from '@mikro-orm/core';

const PortalRevocationSchema = defineEntity({
  name: 'PortalRevocation',
  tableName: 'portal_revocation',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    /** Null: every project. */
    projectId: p.uuid().strictNullable(),
    /** Null: every session. */
    sid: p.uuid().strictNullable(),
    /** Named links of the project that end with it. */
    linkIds: p.json<string[]>(),
    createdAt: p.datetime(),
  },
});

/** What the gateways have yet to acknowledge: that a person may no longer look. Deleted once they have. */
export class PortalRevocation extends PortalRevocationSchema.class {}
PortalRevocationSchema.setClass(PortalRevocation);
