import { computed, type Signal } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, dayClock } from '@porchlight/ui';

/** Today (`YYYY-MM-DD`) where the house stands, whatever the viewer's own clock says. Call it in an injection context. */
export function todayAtTheHouse(view: () => PortalViewV1 | null): Signal<string> {
  const zone = computed(() => view()?.timeZone ?? 'UTC');
  const now = dayClock(zone);
  return computed(() => calendarDay(now(), zone()));
}
