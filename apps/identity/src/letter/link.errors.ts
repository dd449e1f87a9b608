import { problems } from '@porchlight/platform';

/** What is said of a mailed link that works no more. */
export const linkErrors = {
  used: () => problems.gone('link_used', 'This link has been used already.'),
  over: () => problems.gone('gone', 'This link works no more. Ask for a new one.'),
};
