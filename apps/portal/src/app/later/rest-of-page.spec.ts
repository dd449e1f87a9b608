import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { PortalEntry } from '@porchlight/contracts';
import { LINE } from '../live/follow';
import { Portal } from '../portal';
import { ALine } from '../testing/a-line';
import { aView } from '../testing/a-view';
import * as rest from './rest';
import { LOAD_REST, type Rest } from './rest-of-page';

// A busy machine takes its time over the first of these whole pages.
jest.setTimeout(60_000);

const open = (entry: PortalEntry, load: () => Promise<Rest>) => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = 'entry';
  script.textContent = JSON.stringify(entry);
  document.body.append(script);
  const line = new ALine();
  TestBed.configureTestingModule({
    providers: [
      { provide: LINE, useValue: () => line },
      { provide: LOAD_REST, useValue: load },
    ],
  });
  const fixture = TestBed.createComponent(Portal);
  fixture.detectChanges();
  const page: HTMLElement = fixture.nativeElement;
  const after = async (milliseconds: number) => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
  };
  return { page, line, after, has: (selector: string) => page.querySelector(selector) !== null };
};
const project: PortalEntry = { state: 'view', viewer: 'customer', view: aView() };

describe('the rest of the page', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('is asked for once the ring is painted, and is nothing that the ring waits for', async () => {
    const load = jest.fn(async () => rest);
    const { has, after, line } = open(project, load);
    expect([has('pl-progress-ring'), has('pl-below'), load.mock.calls.length]).toEqual([true, false, 0]);
    await after(300);
    expect([has('main pl-below'), has('main pl-foot'), has('pl-foot'), line.sockets.length]).toEqual([
      true,
      false,
      true,
      1,
    ]);
    await after(60_000);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('comes in a tab that paints nothing, too', async () => {
    const paint = jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    const { has, after } = open(project, async () => rest);
    await after(300);
    expect(has('pl-below')).toBe(true);
    paint.mockRestore();
  });

  it('is tried again until it is there, and said to be missing meanwhile, while the ring stays', async () => {
    const load = jest.fn<() => Promise<Rest>>(async () => rest);
    load.mockRejectedValueOnce(new TypeError('offline')).mockRejectedValueOnce(new TypeError('offline'));
    const { page, has, after } = open(project, load);
    await after(300);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('A part of this page could not be loaded.');
    expect([has('pl-progress-ring'), page.querySelector('pl-live-mark')?.getAttribute('data-state')]).toEqual([
      true,
      'connecting',
    ]);
    await after(2_000);
    expect([load.mock.calls.length, has('[role=alert]')]).toEqual([2, true]);
    await after(4_000);
    expect([load.mock.calls.length, has('[role=alert]'), has('pl-below')]).toEqual([3, false, true]);
  });

  it('says so where it is all that there is to show', async () => {
    const { page, after } = open({ state: 'no_access' }, () => Promise.reject(new TypeError('offline')));
    await after(300);
    expect(page.textContent).toContain('A part of this page could not be loaded.');
    expect(page.querySelector('button')?.textContent).toBe('Load the page again');
  });
});
