import { ProblemError } from '@porchlight/platform';

/** A question that nobody answered, or not in time, or not with an answer that makes sense. Uncaught it is a 503. */
export class AskUnavailable extends ProblemError {
  constructor(
    readonly subject: string,
    override readonly cause?: unknown,
  ) {
    super('unavailable', 503, 'Another part of Porchlight does not answer right now. Try again in a moment.', {
      headers: { 'retry-after': '1' },
    });
  }
}
