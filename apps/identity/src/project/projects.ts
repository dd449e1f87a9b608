import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { projectChangedV1, type DataOf } from '@porchlight/contracts';
import { States } from '@porchlight/messaging';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { ProjectCopy } from './project-copy.entity';

/** Identity's copy of the projects there are. */
@Injectable()
export class Projects {
  constructor(
    private readonly transactions: Transactions,
    private readonly states: States,
  ) {}

  /** The project, if the caller has any part in it; 404 otherwise. A copy that is missing is asked for first. */
  async seenBy(caller: Caller, projectId: string): Promise<ProjectCopy> {
    const copy = (await this.find(caller, projectId)) ?? (await this.fetch(caller, projectId));
    if (!copy) throw problems.notFound('project');
    return copy;
  }

  /** The project, whoever asks; for who is no caller, and is told nothing of it. */
  async known(projectId: string): Promise<ProjectCopy | null> {
    const find = () => this.transactions.run({ system: true }, (em) => em.findOne(ProjectCopy, { projectId }));
    return (await find()) ?? ((await this.states.fetch(projectChangedV1, projectId)) ? find() : null);
  }

  /** Applies what `projects` says; messaging has checked that it is newer. */
  async store(em: EntityManager, { projectId, companyId, name }: DataOf<typeof projectChangedV1>): Promise<void> {
    await em.upsert(ProjectCopy, { projectId, companyId, name });
  }

  private find(caller: Caller, projectId: string): Promise<ProjectCopy | null> {
    return this.transactions.run({ personId: caller.personId }, (em) => em.findOne(ProjectCopy, { projectId }));
  }

  private async fetch(caller: Caller, projectId: string): Promise<ProjectCopy | null> {
    return (await this.states.fetch(projectChangedV1, projectId)) ? this.find(caller, projectId) : null;
  }
}
