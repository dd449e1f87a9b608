// Screens that fall into tunnels: each drops once for 2 s, a tenth reads nothing for a while. Run by Node itself.
import { setTimeout as pause } from 'node:timers/promises';
import { answerCalls } from '../calls.ts';
import { RawScreen, type ScreenWishes } from './raw-screen.ts';

const dropFor = 2_000;
const stalledShare = 0.1;

/** One viewer over all the connections it makes. */
class FlakyViewer {
  newest = 0;
  private screen: RawScreen | null = null;
  private readonly wishes: ScreenWishes;

  constructor(wishes: ScreenWishes) {
    this.wishes = wishes;
  }

  async open(): Promise<void> {
    this.screen = await RawScreen.open(this.wishes, (text) => {
      const edit = Number(/"name":"Edit (\d+)"/.exec(text().slice(0, 400))?.[1] ?? 0);
      this.newest = Math.max(this.newest, edit);
    });
  }

  async drop(): Promise<void> {
    this.screen?.end();
    await pause(dropFor);
    await this.open();
  }

  async stall(ms: number): Promise<void> {
    this.screen?.stall();
    await pause(ms);
    this.screen?.goOn();
    await pause(500);
    // Cut off meanwhile, it comes back as anybody does.
    if (!this.screen?.isOpen) await this.open();
  }
}

let viewers: FlakyViewer[] = [];
let tunnels: Promise<unknown> = Promise.resolve();

answerCalls({
  open: async ({ wishes, count }: { wishes: ScreenWishes; count: number }) => {
    viewers = Array.from({ length: count }, () => new FlakyViewer(wishes));
    for (const viewer of viewers) await viewer.open();
  },
  /** From now on, for so long, connections are bad. */
  trouble: ({ ms }: { ms: number }) => {
    tunnels = Promise.all(
      viewers.map(async (viewer, index) => {
        if (index < viewers.length * stalledShare) return viewer.stall(ms);
        // Drops begin at any time of the trouble, so some end after it.
        await pause(Math.random() * ms);
        return viewer.drop();
      }),
    );
    tunnels.catch(() => undefined);
  },
  /** How many show this edit, once everybody is back. */
  showing: async ({ edit }: { edit: number }) => {
    await tunnels;
    await pause(1_000);
    return viewers.filter(({ newest }) => newest >= edit).length;
  },
});
