import { computed, DestroyRef, DOCUMENT, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { mayMove } from './motion';

const duration = 250;
const easeOut = (share: number): number => 1 - (1 - share) ** 3;

/**
 * A whole number that counts to its new value instead of jumping; null stays null. The first value stands at once, and
 * so does every value when motion is not wanted. Call it in an injection context.
 */
export function counted(source: () => number | null): Signal<number | null> {
  const window = inject(DOCUMENT).defaultView;
  const shown = signal<number | null | undefined>(undefined);
  let frame = 0;
  const stop = () => window?.cancelAnimationFrame(frame);

  effect(() => {
    const to = source();
    const from = untracked(shown);
    stop();
    if (to === null || from === null || from === undefined || from === to || !mayMove(window)) return shown.set(to);
    const start = window.performance.now();
    const step = (time: number) => {
      const share = Math.min(Math.max((time - start) / duration, 0), 1);
      shown.set(Math.round(from + (to - from) * easeOut(share)));
      if (share < 1) frame = window.requestAnimationFrame(step);
    };
    frame = window.requestAnimationFrame(step);
  });
  inject(DestroyRef).onDestroy(stop);
  // before the first effect has run the value itself is shown, so that nothing flashes
  return computed(() => shown() ?? source());
}
