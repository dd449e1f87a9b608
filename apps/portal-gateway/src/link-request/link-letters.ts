import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { controlSubjects, linkLetterQuestionSchema, type LinkLetter } from '@porchlight/contracts';
import { Bus } from '@porchlight/messaging';
import { Transactions } from '@porchlight/platform';
import type { z } from 'zod';
import { dayAfter, endOfDay } from '../access/last-day';
import { ShareLink } from '../link/link.entity';
import { LinkUrls } from '../link/link-urls';
import { StoredViews } from '../view/stored-views';

type Question = z.infer<typeof linkLetterQuestionSchema>;

/** Any replica can answer. */
const answerers = { queue: 'gateway' };
/** For how long a link that ran out is good again, in days. */
const renewedFor = 14;

/** Tells notifications what the mail with a share link says, at the moment it is sent: only then is there a token. */
@Injectable()
export class LinkLetters implements OnApplicationBootstrap {
  constructor(
    private readonly bus: Bus,
    private readonly transactions: Transactions,
    private readonly views: StoredViews,
    private readonly urls: LinkUrls,
  ) {}

  onApplicationBootstrap(): void {
    this.bus.subscribe(
      controlSubjects.portalLinkLetter,
      async (question, reply) => reply?.(await this.compose(linkLetterQuestionSchema.parse(question))),
      answerers,
    );
  }

  /**
   * To the link's own address and nobody else. One that ran out is good again from now where the builder was told so, and
   * stays over where its last day passed while the mail waited. Not of a revoked one.
   */
  private compose({ linkId, renew }: Question): Promise<LinkLetter> {
    return this.transactions.run({ system: true }, async (em): Promise<LinkLetter> => {
      const link = await em.findOne(ShareLink, { id: linkId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!link || link.email === null || link.revokedAt) return { sendable: false };
      const { companyId, project } = await this.portalOf(em, link.projectId);
      const about = { label: link.label, projectId: link.projectId, projectName: project.name };
      const now = new Date();
      if (link.endsOn !== null && endOfDay(link.endsOn, project.timeZone) <= now) {
        if (!renew) return { sendable: false, ended: about };
        this.renew(link, project.timeZone, now);
      }
      link.undeliveredAt = null;
      return { sendable: true, to: link.email, url: this.urls.of(link), companyId, ...about, endsOn: link.endsOn };
    });
  }

  /** By a new token: whoever kept the address that ran out is not let in with them. */
  private renew(link: ShareLink, timeZone: string, now: Date): void {
    link.endsOn = dayAfter(now, renewedFor, timeZone);
    link.rotate(this.urls.newestKeyVersion);
  }

  private async portalOf(em: EntityManager, projectId: string) {
    const stored = await this.views.find(em, projectId);
    if (!stored?.project) throw new Error('a link without a view');
    return { companyId: stored.companyId, project: stored.project };
  }
}
