import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, portalPublishedV1 } from '@porchlight/contracts';
import { Companies } from '../company/companies';
import { ReadOwnWrites } from '../member/read-own-writes';
import { ProjectStart } from './project-start';

/** Projects that begin with Publish Project on a lead. */
@Injectable()
export class PublishedProjects {
  constructor(
    private readonly companies: Companies,
    private readonly readOwnWrites: ReadOwnWrites,
    private readonly start: ProjectStart,
  ) {}

  /** Creates the project under the id its lead reserved: starts today, in planning, without a deadline. Once. */
  async create(em: EntityManager, published: DataOf<typeof portalPublishedV1>): Promise<void> {
    const company = await this.readOwnWrites.run(() => this.companies.get(em, published.companyId));
    await this.start.once(
      em,
      { id: published.projectId, companyId: published.companyId, actor: 'Publish Project' },
      {
        name: published.name,
        address: published.address,
        clientName: published.clientName,
        timeZone: company.timeZone,
        start: null,
        deadline: null,
        budget: null,
      },
    );
  }
}
