// One screen for each project, which notes when each edit showed. Run by Node itself.
import { answerCalls } from '../calls.ts';
import { RawScreen, type ScreenWishes } from './raw-screen.ts';

/** Which edit of which project showed when, in ms on the clock that all processes share. */
export type Arrival = readonly [project: number, edit: number, at: number];

let arrivals: Arrival[] = [];
const screens: RawScreen[] = [];

const note = (project: number, text: string): void => {
  const edit = /"name":"Edit (\d+)"/.exec(text)?.[1];
  if (edit !== undefined) arrivals.push([project, Number(edit), Number(process.hrtime.bigint()) / 1e6]);
};

answerCalls({
  open: async (all: readonly ScreenWishes[]) => {
    for (const [project, wishes] of all.entries())
      screens.push(await RawScreen.open(wishes, (text) => note(project, text())));
  },
  arrivals: () => {
    const noted = arrivals;
    arrivals = [];
    return noted;
  },
});
