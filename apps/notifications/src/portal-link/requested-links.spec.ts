import { describe, expect, it } from '@jest/globals';
import type { LinkRequestOutcome } from '@porchlight/contracts';
import { RequestedLinks } from './requested-links';

const done = new RequestedLinks();
const requested = (outcome: LinkRequestOutcome, askedAt = '2026-11-22T09:30:00.000Z', generation = 1) => ({
  companyId: 'the company',
  projectId: 'the project',
  projectName: 'Okafor – Kitchen',
  outcome,
  reference: 'the link',
  who: 'Anna & Ben',
  generation,
  askedAt,
});

describe('somebody who asked for a new link', () => {
  it.each([
    ['link', 'portal_link', undefined],
    ['renewed_link', 'portal_link_renewed', 'link_renewed'],
    ['sign_in', 'portal_sign_in', undefined],
    ['revoked', undefined, 'link_asked_revoked'],
    ['removed', undefined, 'link_asked_removed'],
    ['unmailed', undefined, 'link_asked_unmailed'],
  ] as const)('%s: is mailed %s, and the builder told %s', (outcome, mail, notice) => {
    expect(done.mailFor(requested(outcome))?.kind).toBe(mail);
    expect(done.newsOf(requested(outcome))?.kind).toBe(notice);
  });

  it('gets one mail in ten minutes, and another one after', () => {
    const turn = (askedAt: string) => done.mailFor(requested('link', askedAt))?.generation ?? 0;
    expect(turn('2026-11-22T09:39:59.000Z')).toBe(turn('2026-11-22T09:30:00.000Z'));
    expect(turn('2026-11-22T09:40:00.000Z')).not.toBe(turn('2026-11-22T09:30:00.000Z'));
  });

  it('gets another one at once where the link was rotated since', () => {
    const now = '2026-11-22T09:30:00.000Z';
    const mail = (generation: number) => done.mailFor(requested('link', now, generation))?.generation;
    expect(mail(2)).not.toBe(mail(1));
  });

  it('is told of once a day', () => {
    const turn = (askedAt: string) => done.newsOf(requested('revoked', askedAt))?.generation ?? 0;
    expect(turn('2026-11-22T23:59:59.000Z')).toBe(turn('2026-11-22T00:00:00.000Z'));
    expect(turn('2026-11-23T00:00:00.000Z')).toBe(turn('2026-11-22T00:00:00.000Z') + 1);
  });
});
