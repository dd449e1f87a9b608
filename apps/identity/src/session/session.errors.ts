import { ProblemError } from '@porchlight/platform';

export const sessionErrors = {
  ended: () => new ProblemError('session_ended', 401, 'This session is over. Sign in again.'),
  reused: () =>
    new ProblemError('refresh_reused', 401, 'This session was used from two places and has been ended. Sign in again.'),
};
