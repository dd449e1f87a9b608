import type { CountedWords } from './plural';

export const english = (counted: CountedWords) => ({
  complete: 'complete',
  percentComplete: (percent: number) => `${percent} percent complete`,
  nothingPlanned: 'Nothing planned yet',
  daysLeft: (days: number) => counted(days, { one: 'day left', other: 'days left' }),
  dueToday: 'Due today',
  daysPast: (days: number) => counted(days, { one: 'day past the planned date', other: 'days past the planned date' }),
  still: {
    on_hold: 'On hold',
    completed: 'Completed',
    archived: 'Archived',
    no_date: 'No finish date yet',
  },
});

/** What the shared components say. Another language is another function of this shape. */
export type UiWords = ReturnType<typeof english>;
