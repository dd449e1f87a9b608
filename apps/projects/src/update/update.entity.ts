import { defineEntity, p } from '@mikro-orm/postgresql';

const UpdateSchema = defineEntity({
  name: 'Update',
  tableName: 'project_update',
  properties: {
    id: p.uuid().primary(),
    /** Its id in the portal. */
    portalId: p.uuid(),
    companyId: p.uuid(),
    projectId: p.uuid(),
    version: p.integer(),
    text: p.text(),
    /** The photo it came with, seen as long as that is shared. */
    fileId: p.uuid().nullable().strictNullable(),
    author: p.text(),
    at: p.datetime(),
  },
});

/** A short text written for the customer. */
export class Update extends UpdateSchema.class {}
UpdateSchema.setClass(Update);
