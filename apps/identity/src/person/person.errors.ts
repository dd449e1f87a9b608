import { problems, ProblemError } from '@porchlight/platform';

export const personErrors = {
  emailTaken: () =>
    problems.conflict('email_taken', 'There is an account with this e-mail already. Sign in to it instead.'),
  /** The same for an unknown address and a wrong password. */
  credentialsWrong: () => new ProblemError('credentials_wrong', 401, 'E-mail or password is not right.'),
};
