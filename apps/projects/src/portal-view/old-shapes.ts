import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { Log, Rounds, sql, Transactions } from '@porchlight/platform';
import { Project } from '../project/project.entity';
import { shapeMark } from './portal-view.mapper';
import { PortalViews } from './portal-views';
import { ProjectPortal } from './project-portal.entity';

const everyMs = 60 * 60 * 1000;
const mostAtOnce = 50;

/** After an upgrade: brings portals that nobody has edited since what the version before could not tell them. */
@Injectable()
export class OldShapes extends Rounds {
  constructor(
    private readonly transactions: Transactions,
    private readonly portalViews: PortalViews,
    log: Log,
  ) {
    super('the round for portals in an older shape', everyMs, log);
  }

  protected override async round(): Promise<boolean> {
    const rows = await this.transactions.run({ system: true }, (em) =>
      sql<{ project_id: string; company_id: string }>(
        em,
        'select project_id, company_id from project_portal where left(public_bytes, ?) <> ? limit ?',
        [shapeMark.length, shapeMark, mostAtOnce],
      ),
    );
    for (const row of rows) await this.reshape(row.company_id, row.project_id);
    return rows.length > 0;
  }

  private async reshape(companyId: string, projectId: string): Promise<void> {
    await this.transactions.run({ companyId }, async (em) => {
      const portal = await em.findOneOrFail(ProjectPortal, projectId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await this.portalViews.reshape(em, await em.findOneOrFail(Project, projectId), portal);
    });
  }
}
