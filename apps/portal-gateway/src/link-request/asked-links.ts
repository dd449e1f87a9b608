import { Injectable } from '@nestjs/common';
import type { askLinkRequest, QuestionOf } from '@porchlight/contracts';
import { Transactions } from '@porchlight/platform';
import { endOfDay } from '../access/last-day';
import { ShareLink } from '../link/link.entity';
import { PortalFacts } from '../view/portal-facts';

type AskedLink = NonNullable<QuestionOf<typeof askLinkRequest>['link']>;

/** Of several with one address: one that works, else one that ran out, else one that was revoked. */
const rank: readonly AskedLink['state'][] = ['current', 'ended', 'revoked'];

const stateOf = (link: ShareLink, timeZone: string, now: Date): AskedLink['state'] => {
  if (link.revokedAt) return 'revoked';
  return link.endsOn !== null && endOfDay(link.endsOn, timeZone) <= now ? 'ended' : 'current';
};

/** Finds the link of whoever asks by its address. */
@Injectable()
export class AskedLinks {
  constructor(
    private readonly transactions: Transactions,
    private readonly portals: PortalFacts,
  ) {}

  async find(projectId: string, email: string): Promise<AskedLink | null> {
    const timeZone = (await this.portals.stored(projectId))?.project?.timeZone ?? 'UTC';
    const links = await this.transactions.run({ capabilityId: projectId }, (em) =>
      em.find(ShareLink, { projectId, email }, { orderBy: { id: 'desc' } }),
    );
    const now = new Date();
    const stated = links.map((link) => ({
      id: link.id,
      label: link.label,
      createdAt: link.createdAt.toISOString(),
      state: stateOf(link, timeZone, now),
    }));
    for (const state of rank) {
      const found = stated.find((link) => link.state === state);
      if (found) return found;
    }
    return null;
  }
}
