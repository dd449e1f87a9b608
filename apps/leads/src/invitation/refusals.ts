import type { InvitedContacts } from '@porchlight/contracts';

type Result = InvitedContacts['results'][number];

/** Why contacts are not invited, before identity is asked or when it is silent. */
export const withoutAddress = (contactId: string): Result => ({
  contactId,
  status: 'refused',
  error: { code: 'contact_without_email', detail: 'This contact has no e-mail address.' },
});
export const unknown = (contactId: string): Result => ({
  contactId,
  status: 'refused',
  error: { code: 'not_found', detail: 'There is no such contact.' },
});
export const unanswered: Omit<Result, 'contactId'> = {
  status: 'refused',
  error: { code: 'unavailable', detail: 'Invitations cannot be sent right now. Try again in a moment.' },
};
