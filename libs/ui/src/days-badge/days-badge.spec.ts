import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { DaysBadge } from './days-badge';

const render = (inputs: Record<string, unknown> = {}) => {
  const fixture = TestBed.createComponent(DaysBadge);
  const all = { deadline: '2026-12-04', timeZone: 'America/Denver', status: 'active', amberDays: 14, ...inputs };
  for (const [name, value] of Object.entries(all)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  return { fixture, element, said: () => element.textContent?.replace(/\s+/g, ' ').trim() };
};

describe('the days badge', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-18T19:00:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says the figure, its words and the date', () => {
    const { element, said } = render();
    expect(said()).toBe('16 days left Friday, December 4');
    expect(element.dataset['tone']).toBe('good');
  });

  it.each([
    ['2026-11-19', 'amber', '1 day left Thursday, November 19'],
    ['2026-11-18', 'amber', 'Due today Wednesday, November 18'],
    ['2026-11-14', 'red', '4 days past the planned date Saturday, November 14'],
    ['2027-11-18', 'good', '365 days left Thursday, November 18, 2027'],
  ])('with the deadline %s is %s', (deadline, tone, words) => {
    const { element, said } = render({ deadline });
    expect(element.dataset['tone']).toBe(tone);
    expect(said()).toBe(words);
  });

  it.each([
    ['on_hold', 'On hold'],
    ['completed', 'Completed'],
    ['archived', 'Archived'],
  ])('of a project that is %s says only so', (status, words) => {
    const { element, said } = render({ status });
    expect(element.dataset['tone']).toBe('neutral');
    expect(said()).toBe(words);
  });

  it('says so when there is no date', () => {
    expect(render({ deadline: null }).said()).toBe('No finish date yet');
  });

  it('rolls over at midnight of the project by itself, day after day', async () => {
    const { fixture, said } = render({ deadline: '2026-11-20' });
    expect(said()).toContain('2 days left');
    await jest.advanceTimersByTimeAsync(Date.parse('2026-11-19T06:59:59Z') - Date.now());
    fixture.detectChanges();
    expect(said()).toContain('2 days left');
    await jest.advanceTimersByTimeAsync(2_000);
    fixture.detectChanges();
    expect(said()).toContain('1 day left');
    await jest.advanceTimersByTimeAsync(24 * 3_600_000);
    fixture.detectChanges();
    expect(said()).toContain('Due today');
  });

  it('catches up when a sleeping phone is looked at again', () => {
    const { fixture, said } = render({ deadline: '2026-11-20' });
    jest.setSystemTime(Date.parse('2026-11-22T19:00:00Z'));
    document.dispatchEvent(new Event('visibilitychange'));
    fixture.detectChanges();
    expect(said()).toContain('2 days past the planned date');
  });
});
