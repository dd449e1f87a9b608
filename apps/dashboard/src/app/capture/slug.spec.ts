import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slugSchema } from '@porchlight/contracts';
import { faultOfSlug, slugOf } from './slug';

const typed = fc.oneof(
  fc.string({ maxLength: 70 }),
  fc.stringMatching(/^[a-zA-Z0-9-]{0,65}$/),
  fc.stringMatching(/^ ?[a-z0-9]+(-[a-z0-9]+)* ?$/),
);

describe('the address of a form', () => {
  it('is judged as the service judges it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { success, data } = slugSchema.safeParse(text);
        expect(faultOfSlug(text) === null).toBe(success);
        if (success) expect(slugOf(text)).toBe(data);
      }),
      { numRuns: 500 },
    );
  });
});
