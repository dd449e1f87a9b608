import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, weekdayInWords } from '@porchlight/ui';
import type { LaterWords } from '../words/later-words';

/** One thing that changed: where it stands on the page, and (when worth saying) the sentence that tells it. */
export interface Change {
  place: string;
  sentence?: string;
}

type PortalItem = PortalViewV1['items'][number];

/** The rows that are new or different, with the row they were before (undefined when new). */
const differing = <T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): [now: T, was: T | undefined][] => {
  const known = new Map(before.map((row) => [row.id, row]));
  return after
    .map((row): [T, T | undefined] => [row, known.get(row.id)])
    .filter(([now, was]) => JSON.stringify(now) !== JSON.stringify(was));
};

const itemSentence = (now: PortalItem, was: PortalItem | undefined, words: LaterWords['changes']): string => {
  if (now.status === was?.status) return words.item(now.title);
  if (now.status === 'waiting') return words.yourTurn(now.title);
  return now.status === 'done' ? words.itemDone(now.title) : words.withBuilder(now.title);
};

const itemChanges = (before: PortalViewV1, after: PortalViewV1, words: LaterWords['changes']): Change[] =>
  differing(before.items, after.items).map(([now, was]) => ({
    place: `item ${now.id}`,
    sentence: itemSentence(now, was, words),
  }));

const milestoneChanges = (before: PortalViewV1, after: PortalViewV1, words: LaterWords['changes']): Change[] =>
  differing(before.milestones, after.milestones).map(([now, was]) => {
    const say = now.reachedOn && !was?.reachedOn ? words.reached : was ? words.milestone : words.milestoneNew;
    return { place: `milestone ${now.id}`, sentence: say(now.name) };
  });

const finishChange = (
  before: PortalViewV1,
  after: PortalViewV1,
  words: LaterWords['changes'],
  locale: string,
): Change[] => {
  if (before.status !== after.status) return [{ place: 'finish', sentence: words.status[after.status] }];
  if (before.deadline === after.deadline) return [];
  const today = calendarDay(Date.now(), after.timeZone);
  const sentence = after.deadline ? words.finish(weekdayInWords(after.deadline, today, locale)) : words.noFinish;
  return [{ place: 'finish', sentence }];
};

const progressChanges = (before: PortalViewV1, after: PortalViewV1, words: LaterWords): Change[] => {
  const changes: Change[] = [];
  const overall = after.progress.overall;
  const told = overall !== null && overall !== before.progress.overall;
  if (told) changes.push({ place: 'progress', sentence: words.changes.overall(overall) });
  for (const section of ['planning', 'execution', 'closeout'] as const) {
    const percent = after.progress[section];
    if (percent === before.progress[section]) continue;
    // the overall figure says it already; a section speaks only when the whole has not moved
    const sentence =
      told || percent === null ? undefined : words.changes.section(words.sections.names[section], percent);
    changes.push({ place: `section ${section}`, sentence });
  }
  return changes;
};

/** What differs between two views of a project, what matters most first. */
export function changesBetween(before: PortalViewV1, after: PortalViewV1, words: LaterWords, locale: string): Change[] {
  const say = words.changes;
  return [
    ...itemChanges(before, after, say),
    ...milestoneChanges(before, after, say),
    ...finishChange(before, after, say, locale),
    ...progressChanges(before, after, words),
    ...differing(before.updates, after.updates).map(([now]) => ({
      place: `update ${now.id}`,
      sentence: say.update(now.text),
    })),
    ...differing(before.shared, after.shared).map(([now]) => ({
      place: `shared ${now.id}`,
      sentence: now.title ? say.shared(now.title) : say.photo,
    })),
    ...(before.welcomeMessage === after.welcomeMessage ? [] : [{ place: 'welcome', sentence: say.welcome }]),
  ];
}

/** At most three sentences at once: a whole re-plan must not be read out row by row. */
export function announcementOf(changes: readonly Change[], words: LaterWords): string {
  const sentences = changes.flatMap(({ sentence }) => sentence ?? []);
  const rest = sentences.length - 3;
  return [...sentences.slice(0, 3), ...(rest > 0 ? [words.changes.more(rest)] : [])].join(' ');
}
