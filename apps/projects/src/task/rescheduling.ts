import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { Transactions } from '@porchlight/platform';
import type { WorkingCalendar } from '../business-days/working-calendar';
import { Companies } from '../company/companies';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import type { ProjectChange } from '../project/project-access';
import { Project } from '../project/project.entity';
import { layOutAll } from './layout';
import { Task } from './task.entity';

/**
 * Lays a company's plans out anew after its working days or holidays changed, project by project, each in a transaction
 * of its own: no builder waits for more than one. Begun again after a crash, it comes to the same. Dates of tasks are no
 * part of the public view, and those that follow from others raise no version. Projects at rest are left as they were
 * when work on them ended; taken up again, they follow the calendar of that day.
 */
@Injectable()
export class Rescheduling {
  constructor(
    private readonly transactions: Transactions,
    private readonly companies: Companies,
  ) {}

  /** To be called when a calendar is committed. Does nothing where all plans follow it already. */
  async followCalendar(companyId: string): Promise<void> {
    const due = await this.transactions.run({ companyId }, async (em) => {
      const company = await this.companies.get(em, companyId);
      return company.plansFollow ? null : { company, projects: await em.find(Project, { companyId }) };
    });
    if (!due) return;
    for (const { id } of due.projects) await this.followIn(companyId, id);
    await this.transactions.run({ companyId }, (em) => this.companies.plansFollow(em, due.company));
  }

  /** To be called within the change by which a project at rest is taken up again. */
  takeUp({ em, projectId, company }: ProjectChange): Promise<void> {
    return this.layOut(em, projectId, company.calendar);
  }

  private followIn(companyId: string, projectId: string): Promise<void> {
    return this.transactions.run({ companyId }, async (em) => {
      await em.findOneOrFail(ProjectPortal, projectId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      // Read under the lock: whoever changed the plan before has committed, and whoever comes after knows this calendar.
      const project = await em.findOneOrFail(Project, projectId);
      const { calendar } = await this.companies.get(em, companyId);
      if (!project.isAtRest) await this.layOut(em, projectId, calendar);
    });
  }

  private async layOut(em: EntityManager, projectId: string, calendar: WorkingCalendar): Promise<void> {
    const inOrder = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    layOutAll(await em.find(Task, { projectId }, inOrder), calendar);
  }
}
