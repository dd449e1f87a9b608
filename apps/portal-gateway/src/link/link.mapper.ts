import type { Link } from '@porchlight/contracts';
import { endOfDay } from '../access/last-day';
import type { ShareLink } from './link.entity';

const statusOf = (link: ShareLink, timeZone: string, now: Date): Link['status'] => {
  if (link.revokedAt) return 'revoked';
  return link.endsOn !== null && endOfDay(link.endsOn, timeZone) <= now ? 'expired' : 'active';
};

/** A link as its builder sees it. `timeZone` is the project's: there its last day ends. */
export const linkReply = (link: ShareLink, url: string, timeZone: string, now = new Date()): Link => ({
  id: link.id,
  label: link.label,
  url,
  email: link.email,
  endsOn: link.endsOn,
  kind: link.kind,
  status: statusOf(link, timeZone, now),
  createdAt: link.createdAt.toISOString(),
  lastOpenedAt: link.lastOpenedAt?.toISOString() ?? null,
  undeliveredAt: link.undeliveredAt?.toISOString() ?? null,
});
