import { Injectable } from '@nestjs/common';
import type { Budget } from '@porchlight/contracts';
import type { Caller } from '@porchlight/platform';
import { Companies } from '../company/companies';
import { moneyOf, moneyOrNull } from '../money/money';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import type { Figures } from '../portal-view/sums';
import { ProjectAccess } from '../project/project-access';
import { Project } from '../project/project.entity';

@Injectable()
export class BudgetService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly companies: Companies,
  ) {}

  /** What was agreed, and what the tasks come to; from the maintained sums. */
  get(caller: Caller, projectId: string): Promise<Budget> {
    return this.access.read(caller, projectId, 'budget.read', async ({ em, companyId }) => {
      const { currency } = await this.companies.get(em, companyId);
      const project = await em.findOneOrFail(Project, projectId);
      const { planning, execution, closeout } = await em.findOneOrFail(ProjectPortal, projectId);
      return {
        projectId,
        budget: moneyOrNull(project.budget, currency),
        total: figuresOf(planning.plus(execution).plus(closeout), currency),
        sections: {
          planning: figuresOf(planning, currency),
          execution: figuresOf(execution, currency),
          closeout: figuresOf(closeout, currency),
        },
      };
    });
  }
}

const figuresOf = ({ estimated, committed, actual }: Figures, currency: string): Budget['total'] => ({
  estimated: moneyOf(estimated, currency),
  committed: moneyOf(committed, currency),
  actual: moneyOf(actual, currency),
  variance: moneyOf(estimated - actual, currency),
});
