// A process full of screens. Run by Node itself.
import { setTimeout as pause } from 'node:timers/promises';
import { answerCalls } from '../calls.ts';
import { RawScreen, type ScreenWishes } from './raw-screen.ts';

let screens: RawScreen[] = [];
let wishes: ScreenWishes | null = null;
const opening = 50;

const sum = (of: (screen: RawScreen) => number): number => screens.reduce((total, screen) => total + of(screen), 0);

answerCalls({
  /** Opens so many screens, a few at a time. */
  open: async (given: { wishes: ScreenWishes; count: number }) => {
    wishes = given.wishes;
    for (let left = given.count; left > 0; left -= opening)
      screens.push(
        ...(await Promise.all(Array.from({ length: Math.min(left, opening) }, () => RawScreen.open(given.wishes)))),
      );
  },
  /** Resolves when every screen has had so many messages since `from`. */
  heard: async ({ messages }: { messages: number }) => {
    for (let waited = 0; !screens.every((screen) => screen.messages >= messages); waited++) {
      if (waited > 20_000) throw new Error(`${sum((one) => one.messages)} messages, not ${messages} for each`);
      await pause(1);
    }
  },
  counts: () => ({ screens: screens.length, messages: sum((one) => one.messages), bytes: sum((one) => one.bytes) }),
  forget: () => {
    for (const screen of screens) Object.assign(screen, { messages: 0, bytes: 0 });
  },
  end: () => {
    screens.forEach((screen) => screen.end());
    screens = [];
    return wishes;
  },
});
