import { describe, expect, it } from '@jest/globals';
import { aLead } from '../a-lead';
import { askedBy, besides, changeOf, movedWords } from './board-moves';

describe('moves on the board', () => {
  it('go to the stage beside, and end at the edges', () => {
    expect(besides('new', 'after')).toBe('contacted');
    expect(besides('quoting', 'after')).toBe('won');
    expect(besides('new', 'before')).toBeNull();
    expect(besides('lost', 'after')).toBeNull();
  });

  it('step over stages that a filter has taken away', () => {
    expect(besides('new', 'after', ['new', 'quoting'])).toBe('quoting');
    expect(besides('won', 'after', ['new', 'quoting'])).toBeNull();
  });

  it('ask for the reason of what is lost and offer to convert what is won', () => {
    expect(['quoting', 'won', 'lost'].map((stage) => askedBy(stage as 'quoting'))).toEqual([null, 'convert', 'reason']);
  });

  it('carry the reason to lost and leave none behind', () => {
    expect(changeOf(aLead(), 'lost', 'Too dear')).toEqual({ stage: 'lost', lostReason: 'Too dear' });
    expect(changeOf(aLead({ stage: 'lost', lostReason: 'Too dear' }), 'quoting')).toEqual({
      stage: 'quoting',
      lostReason: null,
    });
    expect(changeOf(aLead(), 'contacted')).toEqual({ stage: 'contacted' });
  });

  it('are told in a sentence', () => {
    expect(movedWords(aLead(), 'site_visit')).toBe('Miller family is in Site visit now, stage 3 of 6.');
  });
});
