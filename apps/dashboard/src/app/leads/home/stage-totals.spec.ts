import { describe, expect, it } from '@jest/globals';
import type { LeadTotals } from '@porchlight/contracts';
import { aLead } from '../a-lead';
import { movedTotals, showSum } from './stage-totals';

const totals: LeadTotals = {
  stages: [
    { stage: 'new', count: 2, values: [{ amount: '1000.10', currency: 'USD' }] },
    { stage: 'won', count: 0, values: [] },
  ],
  due: { overdue: 0, today: 0 },
};
const lead = aLead({ estimatedValue: { amount: '1000.10', currency: 'USD' } });

describe('totals of stages', () => {
  it('follow a lead from one stage to another, to the cent', () => {
    expect(movedTotals(totals, lead, 'new', 'won').stages).toEqual([
      { stage: 'new', count: 1, values: [] },
      { stage: 'won', count: 1, values: [{ amount: '1000.10', currency: 'USD' }] },
    ]);
  });

  it('come back as they were when it goes back', () => {
    expect(movedTotals(movedTotals(totals, lead, 'new', 'won'), lead, 'won', 'new').stages).toEqual(totals.stages);
  });

  it('count a stage that had none before, and add no value where there is none', () => {
    const moved = movedTotals(totals, aLead({ estimatedValue: null }), 'new', 'lost').stages;
    expect(moved.find(({ stage }) => stage === 'lost')).toEqual({ stage: 'lost', count: 1, values: [] });
    expect(moved[0]).toMatchObject({ count: 1, values: totals.stages[0]?.values });
  });

  it('never add one currency to another', () => {
    const euros = aLead({ stage: 'won', estimatedValue: { amount: '5.00', currency: 'EUR' } });
    expect(movedTotals(totals, euros, 'won', 'new').stages[0]?.values).toEqual([
      { amount: '1000.10', currency: 'USD' },
      { amount: '5.00', currency: 'EUR' },
    ]);
    expect(
      showSum([
        { amount: '9000.00', currency: 'EUR' },
        { amount: '120000.00', currency: 'USD' },
      ]),
    ).toBe('$120,000 + €9,000');
  });
});
