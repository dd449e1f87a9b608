import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 100;

/** Whether it comes true within that time, asked for somebody who waits at a terminal. */
export const isSoon = async (ask: () => Promise<boolean>, patienceMs: number): Promise<boolean> => {
  const deadline = performance.now() + patienceMs;
  while (!(await ask())) {
    if (performance.now() > deadline) return false;
    await pause(everyMs);
  }
  return true;
};
