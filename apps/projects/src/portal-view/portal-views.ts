import { Injectable } from '@nestjs/common';
import { projectFactV1 } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProjectFile } from '../file/project-file.entity';
import { Item } from '../item/item.entity';
import { Milestone } from '../milestone/milestone.entity';
import type { Project } from '../project/project.entity';
import { Update } from '../update/update.entity';
import { carriedUpdates, mostUpdates } from './carried-updates';
import { publicViewOf, type PublicView } from './portal-view.mapper';
import type { ProjectPortal } from './project-portal.entity';

/** Decides at the end of every change whether the portal hears of it. */
@Injectable()
export class PortalViews {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Makes the public view anew and compares its bytes with the last that left. Different: the public version rises and
   * the whole view goes into the outbox. Same: nothing at all, so that a private edit is silent by construction.
   */
  async publish(em: EntityManager, project: Project, portal: ProjectPortal): Promise<void> {
    await em.flush();
    const view = await this.viewOf(em, project, portal);
    if (JSON.stringify(view) !== portal.publicBytes) await this.send(em, project, portal, view);
  }

  /** The builder stands by what the customer sees: the view leaves once more as it is, confirmed now. */
  async confirm(em: EntityManager, project: Project, portal: ProjectPortal): Promise<void> {
    await em.flush();
    await this.send(em, project, portal, await this.viewOf(em, project, portal));
  }

  private async send(em: EntityManager, project: Project, portal: ProjectPortal, view: PublicView): Promise<void> {
    const confirmedAt = new Date();
    portal.publicBytes = JSON.stringify(view);
    portal.publicVersion += 1;
    portal.confirmedAt = confirmedAt;
    await this.outbox.add(em, projectFactV1, {
      companyId: project.companyId,
      aggregateId: project.id,
      aggregateVersion: portal.publicVersion,
      data: { ...view, confirmedAt: confirmedAt.toISOString() },
    });
  }

  private async viewOf(em: EntityManager, project: Project, portal: ProjectPortal): Promise<PublicView> {
    const ofProject = { projectId: project.id };
    const newestFirst = { at: 'desc', id: 'desc' } as const;
    return publicViewOf({
      project,
      progress: portal.progress,
      items: await em.find(Item, ofProject, { orderBy: [{ dueDate: 'asc nulls last' }, { id: 'asc' }] }),
      milestones: await em.find(Milestone, ofProject, { orderBy: [{ targetDate: 'asc' }, { id: 'asc' }] }),
      updates: carriedUpdates(await em.find(Update, ofProject, { orderBy: newestFirst, limit: mostUpdates })),
      shared: await em.find(
        ProjectFile,
        { ...ofProject, sharedAt: { $ne: null } },
        { orderBy: { sharedAt: 'desc', id: 'desc' } },
      ),
    });
  }
}
