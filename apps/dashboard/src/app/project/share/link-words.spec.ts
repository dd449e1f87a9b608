import { describe, expect, it } from '@jest/globals';
import { endOfLink, linkFacts, lostMail, rotating } from './link-words';

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

  it('say that a mail came back, until the link was opened all the same', () => {
    const lost = { email: 'anna@home.example', undeliveredAt: '2026-11-21T16:10:00.000Z', lastOpenedAt: null };
    expect(lostMail(lost)).toMatch(/^The mail to anna@home\.example came back on .*Hand the link over yourself\.$/);
    expect(lostMail({ ...lost, lastOpenedAt: '2026-11-20T16:10:00.000Z' })).not.toBeNull();
    expect(lostMail({ ...lost, lastOpenedAt: '2026-11-22T16:10:00.000Z' })).toBeNull();
    expect(lostMail({ ...lost, undeliveredAt: null })).toBeNull();
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
