import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { Visit } from '../visit';
import { LiveMark } from './live-mark';

/** The room that the line keeps, as the sentence that it is as wide as, for what is shown as of an hour of today. */
const roomAt = (hour: number, minute: number): string => {
  const now = new Date(2026, 10, 22, hour, minute).getTime();
  jest.setSystemTime(now);
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: VIEWER_LOCALE, useValue: 'en-US' },
      { provide: Visit, useValue: { freshness: signal({ state: 'live', asOf: now }) } },
    ],
  });
  const fixture = TestBed.createComponent(LiveMark);
  fixture.detectChanges();
  const mark: HTMLElement = fixture.nativeElement;
  expect(mark.textContent).toBe('Live');
  return mark.dataset['longest'] ?? '';
};

describe('the line that says whether the page is live', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('keeps the same room at every hour, so that nothing below moves', () => {
    const rooms = [roomAt(9, 59), roomAt(10, 1), roomAt(0, 30), roomAt(22, 58)].map(({ length }) => length);
    expect(rooms).toEqual(rooms.map(() => 'Reconnecting… shown as of 10:58 PM'.length));
  });
});
