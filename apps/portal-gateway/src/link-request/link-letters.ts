import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { controlSubjects, linkLetterQuestionSchema, type LinkLetter } from '@porchlight/contracts';
import { Bus } from '@porchlight/messaging';
import { Transactions } from '@porchlight/platform';
import { dayAfter, endOfDay } from '../access/last-day';
import { ShareLink } from '../link/link.entity';
import { LinkUrls } from '../link/link-urls';
import { StoredViews } from '../view/stored-views';

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
      async (question, reply) => reply?.(await this.compose(linkLetterQuestionSchema.parse(question).linkId)),
      answerers,
    );
  }

  /** To the link's own address and nobody else; a link that ran out is good again from now. Not of a revoked one. */
  private compose(linkId: string): Promise<LinkLetter> {
    return this.transactions.run({ system: true }, async (em): Promise<LinkLetter> => {
      const link = await em.findOne(ShareLink, { id: linkId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!link || link.email === null || link.revokedAt) return { sendable: false };
      const { companyId, project } = await this.portalOf(em, link.projectId);
      this.renew(link, project.timeZone, new Date());
      return {
        sendable: true,
        to: link.email,
        url: this.urls.of(link),
        companyId,
        projectId: link.projectId,
        projectName: project.name,
        endsOn: link.endsOn,
      };
    });
  }

  /** By a new token: whoever kept the address that ran out is not let in with them. */
  private renew(link: ShareLink, timeZone: string, now: Date): void {
    if (link.endsOn === null || endOfDay(link.endsOn, timeZone) > now) return;
    link.endsOn = dayAfter(now, renewedFor, timeZone);
    link.rotate(this.urls.newestKeyVersion);
  }

  private async portalOf(em: EntityManager, projectId: string) {
    const stored = await this.views.find(em, projectId);
    if (!stored?.project) throw new Error('a link without a view');
    return { companyId: stored.companyId, project: stored.project };
  }
}
