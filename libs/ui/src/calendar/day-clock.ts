import { DestroyRef, DOCUMENT, effect, inject, signal, type Signal } from '@angular/core';
import { nextMidnight } from './calendar-day';

/**
 * An instant (milliseconds since the epoch) that is renewed whenever the date changes in the zone, with no event from
 * anywhere, and whenever the screen is looked at again: phones put timers to sleep. Call it in an injection context.
 */
export function dayClock(timeZone: () => string): Signal<number> {
  const document = inject(DOCUMENT);
  const now = signal(Date.now());
  const look = () => now.set(Date.now());

  effect((onCleanup) => {
    const zone = timeZone();
    const seen = now();
    const timer = setTimeout(look, Math.max(nextMidnight(seen, zone) - Date.now(), 0) + 20);
    onCleanup(() => clearTimeout(timer));
  });
  document.addEventListener('visibilitychange', look);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
  return now.asReadonly();
}
