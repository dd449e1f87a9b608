import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { problems, Transactions } from '@porchlight/platform';
import { AccessFacts } from '../access/access-facts';
import { refused } from '../access/refused';
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
    private readonly access: AccessFacts,
    private readonly urls: LinkUrls,
    private readonly ownLinks: OwnLinks,
  ) {}

  /** A link viewer's own link, or a customer's own. Throws 401 or 410 without a good cookie, 403 for builders. */
  async urlFor(projectId: string, cookieHeader: string | undefined): Promise<string> {
    const { credential, standing } = await this.visitors.admit(projectId, cookieHeader);
    if (standing.viewing === 'builder') throw problems.forbidden('Builders make named links in the dashboard.');
    const { personId } = standing.subject;
    return this.transactions.run({ capabilityId: projectId }, async (em) => {
      if (credential.kind === 'link') {
        const { id, keyVersion } = await em.findOneOrFail(ShareLink, { id: credential.id, projectId });
        // Of the generation they came by: a link replaced since is somebody's who was given it anew.
        return this.urls.of({ id, projectId, generation: credential.generation, keyVersion });
      }
      if (personId === null) throw refused.unknown();
      return this.ownUrl(em, projectId, personId);
    });
  }

  /** A removal either is seen here, or waits and then ends what was made here. */
  private async ownUrl(em: EntityManager, projectId: string, personId: string): Promise<string> {
    if (!(await this.access.isCustomerUntilTheEnd(em, personId, projectId))) throw refused.revoked();
    return this.ownLinks.urlFor(em, projectId, personId);
  }
}
