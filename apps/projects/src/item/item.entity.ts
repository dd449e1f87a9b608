import { defineEntity, p } from '@mikro-orm/postgresql';
import { itemKindSchema, itemStatusSchema, sectionSchema } from '@porchlight/contracts';

const ItemSchema = defineEntity({
  name: 'Item',
  tableName: 'item',
  properties: {
    id: p.uuid().primary(),
    /** Its id in the portal. */
    portalId: p.uuid(),
    companyId: p.uuid(),
    projectId: p.uuid(),
    version: p.integer(),
    title: p.text(),
    detail: p.text().strictNullable(),
    kind: p.enum(itemKindSchema.options),
    section: p.enum(sectionSchema.options),
    dueDate: p.date().strictNullable(),
    status: p.enum(itemStatusSchema.options),
  },
});

/** Something the customer owes the job: "Your Items" in the portal. */
export class Item extends ItemSchema.class {
  /** Only what waits for the customer can be late. `today` in the project's time zone. */
  isLateOn(today: string): boolean {
    return this.status === 'waiting' && this.dueDate !== null && this.dueDate < today;
  }
}
ItemSchema.setClass(Item);
