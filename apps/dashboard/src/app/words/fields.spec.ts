import { describe, expect, it } from '@jest/globals';
import { showField } from './fields';

describe('a value as a person reads it', () => {
  it('names the days of a week', () => {
    expect(showField('workingDays', [1, 2, 6])).toBe('Mon, Tue, Sat');
  });

  it('tells a long list by its beginning', () => {
    const days = Array.from({ length: 9 }, (_, day) => `2026-12-0${day + 1}`);
    expect(showField('holidays', days)).toMatch(/2026; and 3 more$/);
    expect(showField('holidays', [])).toBe('–');
  });

  it('never shows an id', () => {
    expect(showField('assignee', { kind: 'member', personId: 'p1' })).toBe('Whom you chose');
    expect(showField('assignee', { kind: 'invited', invitationId: 'i1', name: 'ray@ortiz.example' })).toBe(
      'ray@ortiz.example',
    );
  });
});
