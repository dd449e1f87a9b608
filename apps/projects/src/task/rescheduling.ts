import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { Transactions } from '@porchlight/platform';
import { Companies } from '../company/companies';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import { Project } from '../project/project.entity';
import { layOutAll } from './layout';
import { Task } from './task.entity';

/**
 * Lays a company's plans out anew after its working days or holidays changed, project by project, each in a transaction
 * of its own: no builder waits for more than one. Begun again after a crash, it comes to the same. Dates of tasks are no
 * part of the public view, and those that follow from others raise no version.
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
    for (const { id } of due.projects) await this.layOut(companyId, id);
    await this.transactions.run({ companyId }, (em) => this.companies.plansFollow(em, due.company));
  }

  private layOut(companyId: string, projectId: string): Promise<void> {
    return this.transactions.run({ companyId }, async (em) => {
      await em.findOneOrFail(ProjectPortal, projectId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      // Read under the lock: whoever changed the plan before has committed, and whoever comes after knows this calendar.
      const { calendar } = await this.companies.get(em, companyId);
      const inOrder = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      layOutAll(await em.find(Task, { projectId }, inOrder), calendar);
    });
  }
}
