import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { localeOf, VIEWER_LOCALE } from '@porchlight/ui';
import type { Freshness } from '../live/live-connection';
import { Visit } from '../visit';
import { LiveMark } from './live-mark';

const now = new Date(2026, 10, 22, 23, 30);
const momentsOf = (month: number, day: number) =>
  [0, 9, 11, 12, 22].map((hour) => new Date(2026, month, day, hour, 58));
const moments = [
  ...momentsOf(now.getMonth(), now.getDate()),
  ...Array.from({ length: 12 }, (_, month) => momentsOf(month, 28)).flat(),
];

describe.each(['en-US', 'en-GB', 'es-ES', 'es-MX'])('the line that says whether the page is live, in %s', (locale) => {
  const freshness = signal<Freshness>({ state: 'live', asOf: now.getTime() });
  let mark: (is: Freshness) => { says: string; rooms: string[] };

  beforeEach(() => {
    jest.useFakeTimers({ now });
    TestBed.configureTestingModule({
      providers: [
        { provide: VIEWER_LOCALE, useValue: localeOf([locale], ['en', 'es']) },
        { provide: Visit, useValue: { freshness } },
      ],
    });
    const fixture = TestBed.createComponent(LiveMark);
    const element: HTMLElement = fixture.nativeElement;
    mark = (is) => {
      freshness.set(is);
      fixture.detectChanges();
      const rooms = [...element.querySelectorAll<HTMLElement>('.room')].map(({ dataset }) => dataset['words'] ?? '');
      return { says: element.textContent?.trim() ?? '', rooms };
    };
  });
  afterEach(() => void jest.useRealTimers());

  it('keeps the room of its longest sentences while it says one word', () => {
    const { says, rooms } = mark({ state: 'live', asOf: now.getTime() });
    expect(['Live', 'En directo']).toContain(says);
    expect(rooms).toHaveLength(3);
  });

  // As each breaks in other places, each keeps room for itself.
  it.each([
    ['connecting', 0],
    ['reconnecting', 1],
    ['offline', 2],
  ] as const)('keeps the same room at every hour and date, and more than it says while %s', (state, place) => {
    const { rooms } = mark({ state: 'live', asOf: now.getTime() });
    const room = rooms[place] ?? '';
    const words = (text: string) => text.split(' ').length;
    for (const moment of moments) {
      const told = mark({ state, asOf: moment.getTime() });
      expect(told.rooms).toEqual(rooms);
      expect(room.length).toBeGreaterThan(told.says.length);
      expect(words(room)).toBeGreaterThanOrEqual(words(told.says));
    }
  });
});
