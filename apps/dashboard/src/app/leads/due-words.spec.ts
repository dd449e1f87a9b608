import { describe, expect, it } from '@jest/globals';
import { daysAfter, dueGroups, dueOf, dueTone, dueWords } from './due-words';

const today = '2026-11-22'; // a Sunday

describe('when a next step is due, in words', () => {
  it.each([
    ['2026-11-12', '10 days overdue', 'late'],
    ['2026-11-21', 'due yesterday', 'late'],
    ['2026-11-22', 'today', 'waiting'],
    ['2026-11-23', 'tomorrow', null],
    ['2026-11-27', 'Friday', null],
    ['2026-12-04', /Dec/, null],
  ])('%s', (date, words, tone) => {
    expect(dueWords(date, today)).toMatch(words);
    expect(dueTone(date, today)).toBe(tone);
  });

  it('puts each lead in one group, and what is far off in none', () => {
    const leads = ['2026-11-01', '2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30', null].map((nextStepOn) => ({
      nextStepOn,
    }));
    expect(dueGroups(leads, today).map(({ name, leads }) => [name, leads.map(({ nextStepOn }) => nextStepOn)])).toEqual(
      [
        ['overdue', ['2026-11-01']],
        ['today', ['2026-11-22']],
        ['week', ['2026-11-23', '2026-11-29']],
      ],
    );
  });

  it('counts days over the end of a month', () => {
    expect(daysAfter('2026-11-28', 7)).toBe('2026-12-05');
  });

  it('is not said of what is won or lost', () => {
    expect(dueOf({ stage: 'quoting', nextStepOn: today })).toBe(today);
    expect(dueOf({ stage: 'won', nextStepOn: today })).toBeNull();
    expect(dueOf({ stage: 'lost', nextStepOn: today })).toBeNull();
  });
});
