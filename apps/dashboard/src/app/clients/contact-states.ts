import type { ContactAccess, ContactState } from '@porchlight/contracts';
import { showMoment } from '../words/dates';

/** The tone of a state's chip; the word stands in it. */
export const contactTones: Readonly<Record<ContactState, 'waiting' | 'done' | 'late' | null>> = {
  no_email: null,
  not_invited: null,
  invited: 'waiting',
  undeliverable: 'late',
  expired: 'late',
  cancelled: null,
  joined: 'done',
  removed: null,
};

const words: Readonly<Record<ContactState, string>> = {
  no_email: 'No e-mail',
  not_invited: 'Not invited',
  invited: 'Invited',
  undeliverable: 'Undeliverable',
  expired: 'Expired',
  cancelled: 'Cancelled',
  joined: 'Joined',
  removed: 'Removed',
};

type Access = Pick<ContactAccess, 'state' | 'sentAt'>;

/** `Invited 21 Nov, 16:10`, `Not invited`: how far a contact has come into the portal. */
export const stateWords = ({ state, sentAt }: Access): string =>
  state === 'invited' && sentAt ? `${words.invited} ${showMoment(sentAt)}` : words[state];

const reasons: Readonly<Partial<Record<ContactState, string>>> = {
  undeliverable: 'The mail came back: check the address.',
  expired: 'The seven days are over; invite again for a new link.',
  removed: 'Was in, and is not any more.',
};

/** What there is to say beyond the word, or null. */
export const stateReason = ({ state }: Access): string | null => reasons[state] ?? null;

/** Whether an invitation can be sent to them now. Who has one that is good, or is in, needs none. */
export const mayBeInvited = ({ state }: Access): boolean =>
  state !== 'no_email' && state !== 'joined' && state !== 'invited';
