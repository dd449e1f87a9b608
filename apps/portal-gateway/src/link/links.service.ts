import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { CreateLink, Link, revokedLinkSchema } from '@porchlight/contracts';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import type { z } from 'zod';
import { endOfDay } from '../access/last-day';
import { PortalRights } from '../access/portal-rights';
import { Revocation } from '../live/revocation';
import { PortalFacts } from '../view/portal-facts';
import { ShareLink } from './link.entity';
import { linkReply } from './link.mapper';
import { LinkUrls } from './link-urls';

export interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** The share links of a project, as its builders keep them. */
@Injectable()
export class LinksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rights: PortalRights,
    private readonly portals: PortalFacts,
    private readonly urls: LinkUrls,
    private readonly revocation: Revocation,
  ) {}

  async list(caller: Caller, projectId: string, page: Page): Promise<{ items: Link[]; nextCursor: string | null }> {
    await this.rights.require(caller, projectId, 'link.read');
    const timeZone = await this.timeZoneOf(projectId);
    const links = await this.transactions.run({ capabilityId: projectId }, (em) =>
      em.find(
        ShareLink,
        { projectId, ...(page.cursor !== undefined && { id: { $gt: page.cursor } }) },
        { orderBy: { id: 'asc' }, limit: page.limit + 1 },
      ),
    );
    const items = links.slice(0, page.limit);
    return {
      items: items.map((link) => this.reply(link, timeZone)),
      nextCursor: links.length > page.limit ? (items.at(-1)?.id ?? null) : null,
    };
  }

  /** `id` makes a repeated request meet the link of the first. */
  async create(caller: Caller, projectId: string, id: string, wanted: CreateLink): Promise<Link> {
    await this.rights.require(caller, projectId, 'link.change');
    const { project } = await this.portals.require(projectId);
    if (wanted.endsOn !== undefined && endOfDay(wanted.endsOn, project.timeZone) <= new Date())
      throw problems.invalid('endsOn', 'is over already');
    const link = await this.transactions.run({ capabilityId: projectId }, (em) => this.add(em, projectId, id, wanted));
    return this.reply(link, project.timeZone);
  }

  /** The old address is dead and its open screens are closed when this returns. */
  async rotate(caller: Caller, projectId: string, linkId: string): Promise<Link> {
    await this.rights.require(caller, projectId, 'link.change');
    const link = await this.transactions.run({ capabilityId: projectId }, async (em) => {
      const found = await this.lock(em, projectId, linkId);
      if (found.revokedAt) throw problems.gone('link_revoked', 'This link was revoked. Make a new one.');
      found.rotate(this.urls.newestKeyVersion);
      return found;
    });
    await this.revocation.announce({ linkId });
    return this.reply(link, await this.timeZoneOf(projectId));
  }

  /** `revoked`: no screen of this link is open or fed any more; `pending`: some replica has yet to say so. */
  async revoke(caller: Caller, projectId: string, linkId: string): Promise<z.infer<typeof revokedLinkSchema>> {
    await this.rights.require(caller, projectId, 'link.change');
    await this.transactions.run({ capabilityId: projectId }, async (em) => {
      const found = await this.lock(em, projectId, linkId);
      found.revoke(new Date());
    });
    const outcome = await this.revocation.announce({ linkId });
    return { id: linkId, status: outcome === 'done' ? 'revoked' : 'pending' };
  }

  /** Two requests that carry the same id meet in one row. */
  private async add(em: EntityManager, projectId: string, id: string, wanted: CreateLink): Promise<ShareLink> {
    const link = {
      id,
      projectId,
      kind: 'builder' as const,
      label: wanted.label,
      email: wanted.email ?? null,
      endsOn: wanted.endsOn ?? null,
      generation: 1,
      keyVersion: this.urls.newestKeyVersion,
      personId: null,
      createdAt: new Date(),
      revokedAt: null,
      lastOpenedAt: null,
      undeliveredAt: null,
    };
    await em.upsert(ShareLink, link, { onConflictFields: ['id'], onConflictAction: 'ignore' });
    return em.findOneOrFail(ShareLink, { id, projectId }, { refresh: true });
  }

  private async lock(em: EntityManager, projectId: string, linkId: string): Promise<ShareLink> {
    const link = await em.findOne(ShareLink, { id: linkId, projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!link) throw problems.notFound('link');
    return link;
  }

  private reply(link: ShareLink, timeZone: string): Link {
    return linkReply(link, this.urls.of(link), timeZone);
  }

  private async timeZoneOf(projectId: string): Promise<string> {
    return (await this.portals.stored(projectId))?.project?.timeZone ?? 'UTC';
  }
}
