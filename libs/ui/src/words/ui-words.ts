import { inject, InjectionToken } from '@angular/core';
import { plural } from './plural';
import { VIEWER_LOCALE } from './viewer-locale';

const english = (locale: string) => ({
  complete: 'complete',
  percentComplete: (percent: number) => `${percent} percent complete`,
  nothingPlanned: 'Nothing planned yet',
  daysLeft: (days: number) => plural(locale, days, { one: 'day left', other: 'days left' }),
  dueToday: 'Due today',
  daysPast: (days: number) =>
    plural(locale, days, { one: 'day past the planned date', other: 'days past the planned date' }),
  still: {
    on_hold: 'On hold',
    completed: 'Completed',
    archived: 'Archived',
    no_date: 'No finish date yet',
  },
});

/** What the shared components say. Another language is another function of this shape. */
export type UiWords = ReturnType<typeof english>;

export const UI_WORDS = new InjectionToken<UiWords>('words of the shared components', {
  factory: () => english(inject(VIEWER_LOCALE)),
});
