import type { Invitation } from './invitation.entity';

type Known = Pick<Invitation, 'contactId' | 'email' | 'state' | 'acceptedBy'>;
interface Person {
  readonly id: string;
  readonly email: string | null;
}

/**
 * The invitation that a contact's state follows from. What they accepted stays theirs under a new address while they are
 * a member; then the address decides, and there is one for each; without one they are who was a member once.
 */
export const invitationOf = <I extends Known>(
  contact: Person,
  contacts: readonly Person[],
  invitations: readonly I[],
  members: ReadonlySet<string>,
): I | null => {
  const owners = new Set(contacts.map(({ id }) => id));
  // The mark is for what was accepted alone, and means nothing once its contact is gone.
  const ownerOf = ({ state, contactId }: I) =>
    state === 'accepted' && contactId !== null && owners.has(contactId) ? contactId : null;
  const theirs = invitations.filter((one) => ownerOf(one) === contact.id);
  return (
    theirs.find(({ acceptedBy }) => acceptedBy !== null && members.has(acceptedBy)) ??
    invitations.find((one) => one.email === contact.email && (ownerOf(one) ?? contact.id) === contact.id) ??
    theirs[0] ??
    null
  );
};
