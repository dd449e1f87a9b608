import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  askPublishedPortal,
  projectChangedV1,
  projectFactV1,
  type DataOf,
  type portalPublishedV1,
} from '@porchlight/contracts';
import { Asks, AskUnavailable, StateSources } from '@porchlight/messaging';
import { Transactions } from '@porchlight/platform';
import { Companies } from '../company/companies';
import { ReadOwnWrites } from '../member/read-own-writes';
import { ProjectStart } from './project-start';

/** Projects that begin with Publish Project on a lead. */
@Injectable()
export class PublishedProjects implements OnModuleInit {
  constructor(
    private readonly companies: Companies,
    private readonly readOwnWrites: ReadOwnWrites,
    private readonly start: ProjectStart,
    private readonly asks: Asks,
    private readonly sources: StateSources,
    private readonly transactions: Transactions,
  ) {}

  /** Whoever asks for a project that was published a moment ago is answered with it. */
  onModuleInit(): void {
    for (const event of [projectChangedV1, projectFactV1])
      this.sources.onMissing(event, (projectId) => this.fetch(projectId));
  }

  /** Asks leads for a publication that the bus has not brought yet, and creates its project. False if there is none. */
  async fetch(projectId: string): Promise<boolean> {
    const published = await this.ask(projectId);
    if (!published) return false;
    const { companyId } = published;
    await this.readOwnWrites.run(() => this.transactions.run({ companyId }, (em) => this.create(em, published)));
    return true;
  }

  private async ask(projectId: string): Promise<DataOf<typeof portalPublishedV1> | null> {
    try {
      return (await this.asks.ask(askPublishedPortal, { projectId })).published;
    } catch (error) {
      // Without leads nothing is known of it, as of any other id; the bus brings it later.
      if (error instanceof AskUnavailable) return null;
      throw error;
    }
  }

  /**
   * Creates the project under the id its lead reserved: starts today, in planning, without a deadline. Once. Throws
   * `CopyBehind` for a company unheard of.
   */
  async create(em: EntityManager, published: DataOf<typeof portalPublishedV1>): Promise<void> {
    const company = await this.companies.get(em, published.companyId);
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
