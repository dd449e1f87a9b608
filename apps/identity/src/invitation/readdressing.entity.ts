import { defineEntity, p } from '@mikro-orm/core';

const ReaddressingSchema = defineEntity({
  name: 'Readdressing',
  tableName: 'readdressing',
  properties: {
    contactId: p.uuid().primary(),
    companyId: p.uuid(),
    /** Of the newest change that came here. */
    version: p.integer(),
  },
});

/** How far the changes of a contact's address were followed: the bus may bring an older one last. */
export class Readdressing extends ReaddressingSchema.class {}
ReaddressingSchema.setClass(Readdressing);
