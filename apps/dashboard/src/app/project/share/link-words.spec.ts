import { describe, expect, it } from '@jest/globals';
import { endOfLink, linkFacts, rotating } from './link-words';

const link = { kind: 'builder', email: null, endsOn: null, lastOpenedAt: null } as const;

describe('the words beside a share link', () => {
  it('say that nobody has opened it, and nothing that is not known', () => {
    expect(linkFacts(link)).toBe('not opened yet');
  });

  it('say whose address it carries, who made it and until when it works', () => {
    const facts = linkFacts({ kind: 'customer', email: 'anna@home.example', endsOn: '2026-12-04', lastOpenedAt: null });
    expect(facts).toMatch(/^made by the customer · anna@home\.example · not opened yet · works until \S+.*2026$/);
  });

  it('say when it was last opened', () => {
    expect(linkFacts({ ...link, lastOpenedAt: '2026-11-21T16:10:00.000Z' })).toMatch(/^last opened \S.*\d/);
  });

  it('say how it came to its end', () => {
    expect(endOfLink({ status: 'revoked', endsOn: '2026-12-04' })).toBe('revoked');
    expect(endOfLink({ status: 'expired', endsOn: '2026-12-04' })).toMatch(/^ran out on .*2026$/);
  });

  it('say to whom a new link may be mailed, where it may', () => {
    expect(rotating({ email: 'anna@home.example' })).toContain('at anna@home.example only');
    expect(rotating({ email: null })).not.toContain('mail');
  });
});
