import type { InspectedLink } from '@porchlight/contracts';
import { linkErrors } from './link.errors';

/** What every mailed link stands for: something that is good until an instant, and once. */
interface Once {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export const linkStatus = ({ expiresAt, usedAt }: Once, now: Date): InspectedLink['status'] => {
  if (usedAt !== null) return 'used';
  return expiresAt <= now ? 'expired' : 'open';
};

/** Throws 410 for a link that was used or ran out. */
export const requireOpen = (link: Once, now: Date): void => {
  const status = linkStatus(link, now);
  if (status === 'used') throw linkErrors.used();
  if (status === 'expired') throw linkErrors.over();
};
