import { describe, expect, it } from '@jest/globals';
import { howMany, sharedSentence } from './shared-words';

const file = (kind: 'photo' | 'document', sharedAt: string | null = null) => ({ kind, sharedAt });
const at = '2026-11-22T05:00:00.000Z';

describe('what is shared, in words', () => {
  it('counts photos and documents each by themselves', () => {
    expect(howMany([])).toBe('');
    expect(howMany([file('photo')])).toBe('1 photo');
    expect(howMany([file('photo'), file('document'), file('photo')])).toBe('2 photos and 1 document');
  });

  it('says plainly that nothing is shared, and who sees what is', () => {
    expect(sharedSentence([file('photo')])).toBe('Nothing of this is shared: only your staff sees it.');
    expect(sharedSentence([file('photo', at), file('document')])).toBe(
      '1 photo of 2 is shared: anyone with a link sees it.',
    );
    expect(sharedSentence([file('photo', at), file('document', at), file('photo')])).toBe(
      '1 photo and 1 document of 3 are shared: anyone with a link sees them.',
    );
  });
});
