import { defineEntity, p } from '@mikro-orm/postgresql';
import { projectStatusSchema } from '@porchlight/contracts';

const ProjectSchema = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    version: p.integer(),
    name: p.text(),
    address: p.text().strictNullable(),
    clientName: p.text().strictNullable(),
    timeZone: p.text(),
    start: p.date(),
    deadline: p.date().strictNullable(),
    status: p.enum(projectStatusSchema.options),
    /** What the customer agreed to pay, in cents. */
    budget: p.bigint().strictNullable(),
    createdAt: p.datetime(),
  },
});

/** The head of a project. */
export class Project extends ProjectSchema.class {
  get isArchived(): boolean {
    return this.status === 'archived';
  }

  /** Nothing is planned any more. */
  get isAtRest(): boolean {
    return this.isArchived || this.status === 'completed';
  }
}
ProjectSchema.setClass(Project);
