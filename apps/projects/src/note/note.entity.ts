import { defineEntity, p } from '@mikro-orm/postgresql';

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    projectId: p.uuid(),
    version: p.integer(),
    text: p.text(),
    author: p.text(),
    at: p.datetime(),
  },
});

/** A private note of the builder's; never leaves this service's own API. */
export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);
