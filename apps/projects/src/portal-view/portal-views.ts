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
import {
  publicListsOf,
  publicViewOf,
  shapeMark,
  viewShape,
  type PublicLists,
  type PublicView,
} from './portal-view.mapper';
import type { ProjectPortal } from './project-portal.entity';
import { WrittenLists } from './written-lists';

const bytesOf = (view: PublicView): string => JSON.stringify({ shape: viewShape, ...view });

/** Decides at the end of every change whether the portal hears of it. */
@Injectable()
export class PortalViews {
  constructor(
    private readonly outbox: Outbox,
    private readonly writtenLists: WrittenLists,
  ) {}

  /**
   * Makes the public view anew and compares its bytes with the last that left. Different: the public version rises and
   * the whole view goes into the outbox. Same: nothing at all, so that a private edit is silent by construction.
   */
  async publish(em: EntityManager, project: Project, portal: ProjectPortal): Promise<void> {
    const view = await this.viewOf(em, project, portal);
    if (bytesOf(view) !== portal.publicBytes) await this.send(em, project, portal, view, new Date());
  }

  /**
   * For who has locked the project and changed nothing yet: a view that left in an older shape leaves in today's, and the
   * clock of the builder's word stands still, for nothing was said. Else the next private edit would move it.
   */
  async reshape(em: EntityManager, project: Project, portal: ProjectPortal): Promise<void> {
    const { publicBytes, confirmedAt } = portal;
    if (publicBytes === null || confirmedAt === null || publicBytes.startsWith(shapeMark)) return;
    const view = await this.viewOf(em, project, portal);
    if (publicBytes.replace(/^\{"shape":\d+,/, '{') === JSON.stringify(view)) portal.publicBytes = bytesOf(view);
    else await this.send(em, project, portal, view, confirmedAt);
  }

  /** The builder stands by what the customer sees: the view leaves once more as it is, confirmed now. */
  async confirm(em: EntityManager, project: Project, portal: ProjectPortal): Promise<void> {
    await this.send(em, project, portal, await this.viewOf(em, project, portal), new Date());
  }

  private async send(
    em: EntityManager,
    project: Project,
    portal: ProjectPortal,
    view: PublicView,
    confirmedAt: Date,
  ): Promise<void> {
    portal.publicBytes = bytesOf(view);
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
    const lists = await this.listsOf(em, project, portal);
    return publicViewOf({ project, progress: portal.progress }, lists);
  }

  /** Every change of the lists leaves in its own transaction: where this one wrote to none, they are as they last left. */
  private async listsOf(em: EntityManager, project: Project, { publicBytes }: ProjectPortal): Promise<PublicLists> {
    if (publicBytes?.startsWith(shapeMark) && !this.writtenLists.by(em)) {
      const last: PublicView = JSON.parse(publicBytes);
      return last;
    }
    await em.flush();
    const ofProject = { projectId: project.id };
    const newestFirst = { at: 'desc', id: 'desc' } as const;
    return publicListsOf({
      project,
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
