import { problems, ProblemError } from '@porchlight/platform';

/** Why an invitation's link does nothing (any more). */
export const linkErrors = {
  unknown: () => problems.notFound('invitation'),
  superseded: () =>
    problems.gone('invitation_superseded', 'A newer invitation was sent. Open the link in the newest message.'),
  used: () => problems.gone('invitation_used', 'This invitation was accepted already. Sign in.'),
  revoked: () => problems.gone('invitation_revoked', 'This invitation was cancelled.'),
  expired: () => problems.gone('invitation_expired', 'This invitation has expired. Ask for a new one.'),
  noMail: () => problems.conflict('mail_not_set_up', 'No mail goes out from here. Ask who invited you for a new link.'),
  signInRequired: () =>
    new ProblemError('sign_in_required', 401, 'There is an account with this e-mail. Sign in to accept.'),
  wrongPerson: () =>
    new ProblemError('wrong_person', 403, 'This invitation is for someone else than the person signed in.'),
};

/** Why a builder's wish for an invitation is refused. */
export const invitationErrors = {
  notFound: () => problems.notFound('invitation'),
  alreadyMember: () => problems.conflict('already_member', 'This person is a member already.'),
  alreadyUsed: () => problems.conflict('invitation_used', 'This invitation was accepted already.'),
  alreadyRevoked: () => problems.conflict('invitation_revoked', 'This invitation was cancelled. Invite again instead.'),
};
