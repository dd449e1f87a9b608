import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { Log, Rounds, sql, Transactions } from '@porchlight/platform';
import { Project } from '../project/project.entity';
import { shapeMark } from './portal-view.mapper';
import { PortalViews } from './portal-views';
import { ProjectPortal } from './project-portal.entity';

const everyMs = 60 * 60 * 1000;
const mostAtOnce = 50;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * After an upgrade: brings portals that nobody has edited since what the version before could not tell them. One that
 * cannot be brought keeps none of the others, and is tried again the next round.
 */
@Injectable()
export class OldShapes extends Rounds {
  /** How far this round has come: what failed is not met again before the next. */
  private after = first;

  constructor(
    private readonly transactions: Transactions,
    private readonly portalViews: PortalViews,
    private readonly ownLog: Log,
  ) {
    super('the round for portals in an older shape', everyMs, ownLog);
  }

  protected override async round(): Promise<boolean> {
    const rows = await this.transactions.run({ system: true }, (em) =>
      sql<{ project_id: string; company_id: string }>(
        em,
        `select project_id, company_id from project_portal
         where left(public_bytes, ?) <> ? and project_id > ? order by project_id limit ?`,
        [shapeMark.length, shapeMark, this.after, mostAtOnce],
      ),
    );
    for (const row of rows) await this.tryToReshape(row.company_id, row.project_id);
    const last = rows.length === mostAtOnce ? rows.at(-1) : undefined;
    this.after = last?.project_id ?? first;
    return last !== undefined;
  }

  private async tryToReshape(companyId: string, projectId: string): Promise<void> {
    try {
      await this.reshape(companyId, projectId);
    } catch (error) {
      this.ownLog.warn({ err: error, projectId }, 'a portal could not be brought into the shape of today');
    }
  }

  private async reshape(companyId: string, projectId: string): Promise<void> {
    await this.transactions.run({ companyId }, async (em) => {
      const portal = await em.findOneOrFail(ProjectPortal, projectId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await this.portalViews.reshape(em, await em.findOneOrFail(Project, projectId), portal);
    });
  }
}
