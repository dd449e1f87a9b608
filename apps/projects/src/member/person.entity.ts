import { defineEntity, p } from '@mikro-orm/postgresql';

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    /** The membership version this copy stands at; an access token with a higher one knows more. */
    membershipVersion: p.integer(),
    name: p.text(),
  },
});

/** The copy of a person's name. */
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);
