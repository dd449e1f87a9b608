import { afterEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { PortalViewV1 } from '@porchlight/contracts';
import { aView } from '../testing/a-view';
import { wholePage } from '../testing/whole-page';
import { noteFor } from './note-for';
import { Standing } from './standing';

const nothing = { overall: null, planning: null, execution: null, closeout: null };

const render = (view: Partial<PortalViewV1> = {}) => {
  TestBed.configureTestingModule({ providers: [wholePage] });
  const fixture = TestBed.createComponent(Standing);
  fixture.componentRef.setInput('view', aView(view));
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  document.body.append(element);
  return { fixture, element, button: element.querySelector<HTMLButtonElement>('.how') };
};

describe('how the project stands', () => {
  afterEach(() => document.body.replaceChildren());

  it('is explained by one press, in words, and folded away by the next', () => {
    const { fixture, element, button } = render();
    const words = () => element.querySelector<HTMLElement>('#how-made');
    expect([words()?.hidden, button?.getAttribute('aria-expanded')]).toEqual([true, 'false']);
    expect(button?.getAttribute('aria-controls')).toBe(words()?.id);
    button?.click();
    fixture.detectChanges();
    expect([words()?.hidden, button?.getAttribute('aria-expanded')]).toEqual([false, 'true']);
    for (const said of ['length in working days', 'It can fall', 'Money plays no part'])
      expect(words()?.textContent).toContain(said);
    button?.click();
    fixture.detectChanges();
    expect(words()?.hidden).toBe(true);
  });

  it('is calm while nothing is planned, and explains no number that is not there', () => {
    const { element, button } = render({ progress: nothing, deadline: undefined });
    expect(button).toBeNull();
    expect(element.querySelector('pl-progress-ring')?.textContent?.trim()).toBe('Nothing planned yet');
    expect(element.textContent).toContain('The plan is still being put together.');
    expect(element.querySelector('pl-days-badge')?.textContent?.trim()).toBe('No finish date yet');
  });

  it.each([
    ['planning', 0, null],
    ['active', 64, null],
    ['on_hold', 64, 'The work is on hold'],
    ['completed', 100, 'The work is done'],
    ['archived', 100, 'Your project is handed over'],
    ['archived', null, 'This project is closed'],
    ['archived', 64, 'This project is closed'],
  ] as const)('that is %s at %s says %s', (status, overall, title) => {
    const { element } = render({ status, progress: { ...nothing, overall } });
    expect(element.querySelector('pl-status-note h2')?.textContent ?? null).toBe(title);
    expect(element.querySelector('pl-progress-ring') === null).toBe(status === 'archived');
  });

  it('never says of work that is left, or was never planned, that a house is finished', () => {
    expect(noteFor('archived', null)).toBe('closed');
    for (let overall = 0; overall < 100; overall += 1) expect(noteFor('archived', overall)).toBe('closed');
  });
});
