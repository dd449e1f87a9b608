import { ProblemError } from '@porchlight/platform';

const earliest = '1900-01-01';
const latest = '2199-12-31';

/** Refuses a date that is a slip of the keyboard: before 1900 or after 2199. */
export const requireSensibleDate = (path: string, date: string | null | undefined): void => {
  if (date === null || date === undefined || (date >= earliest && date <= latest)) return;
  throw new ProblemError('date_out_of_range', 400, 'The date is too far away.', {
    errors: [{ path, message: `lies between ${earliest} and ${latest}` }],
  });
};
