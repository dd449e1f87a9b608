import { Injectable } from '@nestjs/common';
import type { askLinkRequest, QuestionOf } from '@porchlight/contracts';
import { Transactions } from '@porchlight/platform';
import { endOfDay } from '../access/last-day';
import { ShareLink } from '../link/link.entity';
import { PortalFacts } from '../view/portal-facts';

type AskedLink = NonNullable<QuestionOf<typeof askLinkRequest>['link']>;

/** Of several with one address: one that works, else one that ran out, else one that was revoked. */
const rank: readonly AskedLink['state'][] = ['current', 'ended', 'revoked'];

/** Shut out after it was made: who let it run out had no need to revoke it as well. */
const wasShutOut = (link: ShareLink, links: readonly ShareLink[]): boolean =>
  links.some(({ revokedAt }) => revokedAt !== null && revokedAt > link.createdAt);

const stateOf = (link: ShareLink, timeZone: string, now: Date): AskedLink['state'] => {
  if (link.revokedAt) return 'revoked';
  return link.endsOn !== null && endOfDay(link.endsOn, timeZone) <= now ? 'ended' : 'current';
};

const asked = ({ id, label, createdAt, generation }: ShareLink, state: AskedLink['state']): AskedLink => ({
  id,
  label,
  createdAt: createdAt.toISOString(),
  generation,
  state,
});

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
    const stated = links
      .map((link) => ({ link, state: stateOf(link, timeZone, now) }))
      .filter(({ link, state }) => state !== 'ended' || !wasShutOut(link, links));
    for (const state of rank) {
      const found = stated.find((one) => one.state === state);
      if (found) return asked(found.link, state);
    }
    return null;
  }
}
