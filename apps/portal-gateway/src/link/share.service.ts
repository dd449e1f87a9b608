import { Injectable } from '@nestjs/common';
import { problems, Transactions } from '@porchlight/platform';
import { Visitors } from '../access/visitors';
import { ShareLink } from './link.entity';
import { LinkUrls } from './link-urls';
import { OwnLinks } from './own-links';

/** What Share in the portal's header copies. */
@Injectable()
export class ShareService {
  constructor(
    private readonly transactions: Transactions,
    private readonly visitors: Visitors,
    private readonly urls: LinkUrls,
    private readonly ownLinks: OwnLinks,
  ) {}

  /** A link viewer's own link, or a customer's own. Throws 401 without a good cookie, 403 for builders. */
  async urlFor(projectId: string, cookieHeader: string | undefined): Promise<string> {
    const standing = (await this.visitors.at(projectId, cookieHeader))?.standing;
    if (!standing?.good) throw problems.unauthenticated();
    const { linkId, personId } = standing.subject;
    if (standing.viewing === 'builder') throw problems.forbidden('Builders make named links in the dashboard.');
    return this.transactions.run({ capabilityId: projectId }, async (em) => {
      if (linkId !== null) return this.urls.of(await em.findOneOrFail(ShareLink, { id: linkId, projectId }));
      if (personId === null) throw problems.unauthenticated();
      return this.ownLinks.urlFor(em, projectId, personId);
    });
  }
}
