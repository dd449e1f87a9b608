import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  fileChangedV1,
  itemChangedV1,
  milestoneChangedV1,
  noteChangedV1,
  projectChangedV1,
  taskChangedV1,
  updateChangedV1,
} from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { sql, withTheNext, type FieldChange } from '@porchlight/platform';
import { v7 } from 'uuid';
import type { Project } from '../project/project.entity';
import type { Activity } from './activity.entity';

/** Where a change happened and who made it. */
export interface Place {
  readonly em: EntityManager;
  readonly companyId: string;
  readonly projectId: string;
  readonly person: { readonly name: string };
}

interface Told {
  readonly action: Activity['action'];
  readonly changes?: readonly FieldChange[];
}
interface PartTold extends Told {
  readonly subject: keyof typeof partEvents;
  readonly id: string;
  readonly name: string;
  /** After the change; of something deleted, one more than it had. */
  readonly version: number;
}

const partEvents = {
  task: taskChangedV1,
  milestone: milestoneChangedV1,
  item: itemChangedV1,
  note: noteChangedV1,
  update: updateChangedV1,
  file: fileChangedV1,
};

/** Tells of a change: one row in the activity trail and one event, together, for each. */
@Injectable()
export class Trail {
  constructor(private readonly outbox: Outbox) {}

  async ofPart(place: Place, told: PartTold): Promise<void> {
    await this.record(place, told.subject, told.id, told.name, told);
    await this.outbox.add(place.em, partEvents[told.subject], {
      companyId: place.companyId,
      aggregateId: told.id,
      aggregateVersion: told.version,
      data: { projectId: place.projectId, id: told.id, change: changeOf(told.action) },
    });
  }

  async ofProject(place: Place, project: Project, told: Told): Promise<void> {
    await this.record(place, 'project', project.id, project.name, told);
    await this.outbox.add(place.em, projectChangedV1, {
      companyId: project.companyId,
      aggregateId: project.id,
      aggregateVersion: project.version,
      data: {
        projectId: project.id,
        companyId: project.companyId,
        name: project.name,
        address: project.address,
        clientName: project.clientName,
        status: project.status,
        timeZone: project.timeZone,
      },
    });
  }

  /** A word of the builder's that changes nothing: the trail alone keeps it. */
  async ofConfirmation(place: Place, project: Project): Promise<void> {
    await this.record(place, 'project', project.id, project.name, { action: 'confirmed' });
  }

  /** Nobody waits for the answer, as with the outbox. */
  private async record(
    { em, companyId, projectId, person }: Place,
    subject: Activity['subject'],
    id: string,
    name: string,
    { action, changes = [] }: Told,
  ): Promise<void> {
    await sql(
      em,
      `${withTheNext}insert into activity
         (id, company_id, project_id, at, actor_name, subject, subject_id, subject_name, action, changes)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [v7(), companyId, projectId, new Date(), person.name, subject, id, name, action, JSON.stringify(changes)],
    );
  }
}

const changeOf = (action: Activity['action']): 'created' | 'updated' | 'deleted' => {
  if (action === 'created' || action === 'deleted') return action;
  return 'updated';
};
