import { Inject, Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/postgresql';
import { ProjectFile } from '../file/project-file.entity';
import { Item } from '../item/item.entity';
import { Milestone } from '../milestone/milestone.entity';
import { Update } from '../update/update.entity';

type Written = FlushEventArgs['uow'];

/** All that the lists of a public view are made of. */
const ofLists: ReadonlySet<unknown> = new Set([Item, Milestone, Update, ProjectFile]);

/** Knows in which transactions a row behind the lists of a public view was written. */
@Injectable()
export class WrittenLists implements EventSubscriber {
  private readonly written = new WeakSet<Written>();

  constructor(@Inject(MikroORM) orm: MikroORM) {
    orm.em.getEventManager().registerSubscriber(this);
  }

  onFlush({ uow }: FlushEventArgs): void {
    this.note(uow);
  }

  /** Whether the transaction of `em` wrote such a row, or will with its next flush. */
  by(em: EntityManager): boolean {
    const uow = em.getUnitOfWork();
    uow.computeChangeSets();
    this.note(uow);
    return this.written.has(uow);
  }

  private note(uow: Written): void {
    if (uow.getChangeSets().some(({ meta }) => ofLists.has(meta.class))) this.written.add(uow);
  }
}
