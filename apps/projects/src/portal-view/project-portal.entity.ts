import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Progress, Section } from '@porchlight/contracts';
import { progressOf } from './progress';
import { Sums, type Figures } from './sums';

const ProjectPortalSchema = defineEntity({
  name: 'ProjectPortal',
  tableName: 'project_portal',
  properties: {
    projectId: p.uuid().primary(),
    companyId: p.uuid(),
    planning: () => p.embedded(Sums),
    execution: () => p.embedded(Sums),
    closeout: () => p.embedded(Sums),
    /** 0 until the first view left. */
    publicVersion: p.integer(),
    /** The last view that left, without `confirmedAt` but with the number of its shape: what the next is compared with. */
    publicBytes: p.text().strictNullable(),
    confirmedAt: p.datetime().strictNullable(),
    /** The version of the portal's settings that last named the project. */
    naming: p.integer(),
  },
});

/**
 * What the portal needs to know of a project beside its head: sums over its tasks, and the last public view. Its row is
 * the one lock every write to the project takes. No part of the project's own version.
 */
export class ProjectPortal extends ProjectPortalSchema.class {
  get progress(): Progress {
    return progressOf(this);
  }

  get leafCount(): number {
    return this.planning.leafCount + this.execution.leafCount + this.closeout.leafCount;
  }

  get openCount(): number {
    return this.leafCount - this.planning.completeCount - this.execution.completeCount - this.closeout.completeCount;
  }

  enter(section: Section, leaf: Figures): void {
    this[section] = this[section].plus(leaf);
  }

  leave(section: Section, leaf: Figures): void {
    this[section] = this[section].minus(leaf);
  }
}
ProjectPortalSchema.setClass(ProjectPortal);
