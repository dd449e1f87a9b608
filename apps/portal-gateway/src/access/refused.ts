import { ProblemError } from '@porchlight/platform';
import type { Refusal } from './credential';

/** What somebody is told at whose door a cookie is missing, or opens nothing any more. */
export const refused: Readonly<Record<Refusal, () => ProblemError>> = {
  unknown: () => new ProblemError('unauthenticated', 401, 'Open the portal by its link, or sign in, first.'),
  revoked: () => new ProblemError('link_revoked', 410, 'This way into the portal was closed.'),
  expired: () => new ProblemError('link_expired', 410, 'This link has run out.'),
  signed_out: () => new ProblemError('session_ended', 401, 'You are signed out.'),
};
