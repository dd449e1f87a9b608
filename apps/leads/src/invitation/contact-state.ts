import type { ContactState } from '@porchlight/contracts';
import type { Invitation } from './invitation.entity';

/** What a contact's state follows from. */
export interface Known {
  readonly email: string | null;
  /** Theirs to this portal, if there is one. */
  readonly invitation: Pick<Invitation, 'state' | 'expiresAt' | 'isUndelivered'> | null;
  /** Whether who accepted it is a member still. */
  readonly isMember: boolean;
  readonly now: Date;
}

/** How far a contact has come into a portal. */
export const contactState = ({ email, invitation, isMember, now }: Known): ContactState => {
  if (invitation?.state === 'accepted') return isMember ? 'joined' : 'removed';
  if (email === null) return 'no_email';
  if (!invitation) return 'not_invited';
  if (invitation.state === 'revoked') return 'cancelled';
  if (invitation.isUndelivered) return 'undeliverable';
  return invitation.expiresAt <= now ? 'expired' : 'invited';
};
