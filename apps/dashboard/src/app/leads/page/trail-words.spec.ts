import { describe, expect, it } from '@jest/globals';
import type { LeadActivity } from '@porchlight/contracts';
import { trailLine } from './trail-words';

const entry = (over: Partial<LeadActivity>): LeadActivity => ({
  id: '0190f3c4-0000-7000-8000-000000000001',
  at: '2026-11-22T10:00:00.000Z',
  actor: 'Ruth Alder',
  action: 'changed',
  subject: null,
  changes: [],
  ...over,
});
const ruth = '0190f3c4-0000-7000-8000-0000000000aa';
const nameOf = (id: string) => (id === ruth ? 'Ruth Alder' : undefined);
const line = (over: Partial<LeadActivity>) => trailLine(entry(over), nameOf);

describe('the trail of a lead, in words', () => {
  it('says of a change from what to what', () => {
    expect(line({ changes: [{ field: 'stage', from: 'new', to: 'site_visit' }] })).toEqual({
      sentence: 'moved the lead',
      subject: '',
      changes: [{ field: 'Stage', from: 'New', to: 'Site visit' }],
    });
    expect(
      line({ changes: [{ field: 'estimatedValue', from: null, to: { amount: '48000.00', currency: 'USD' } }] }).changes,
    ).toEqual([{ field: 'Estimated value', from: '–', to: '$48,000' }]);
  });

  it('names an owner, never by an id', () => {
    expect(
      line({ changes: [{ field: 'ownerId', from: ruth, to: '0190f3c4-0000-7000-8000-0000000000bb' }] }).changes,
    ).toEqual([{ field: 'Owner', from: 'Ruth Alder', to: 'Somebody' }]);
  });

  it('says to whom or what it was done', () => {
    expect(line({ action: 'file_added', subject: 'plan.pdf' })).toMatchObject({
      sentence: 'added the file',
      subject: 'plan.pdf',
    });
  });

  it('tells long notes by their beginning', () => {
    const [change] = line({ changes: [{ field: 'notes', from: null, to: 'x'.repeat(500) }] }).changes;
    expect(change?.to).toHaveLength(120);
  });
});
