import type { PortalEntry, PortalViewV1 } from '@porchlight/contracts';

/*
 * The gateway parses every view by the schema before it stores it, and this app is served by the same gateway; so only
 * the shape that the screen leans on is looked at here, and the schema library stays out of the first visit.
 */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function isPortalView(value: unknown): value is PortalViewV1 {
  return (
    isRecord(value) &&
    typeof value['projectId'] === 'string' &&
    Number.isSafeInteger(value['version']) &&
    typeof value['name'] === 'string' &&
    isRecord(value['company']) &&
    isRecord(value['company']['contact']) &&
    isRecord(value['progress']) &&
    ['items', 'milestones', 'updates', 'shared'].every((list) => Array.isArray(value[list]))
  );
}

export function isPortalEntry(value: unknown): value is PortalEntry {
  if (!isRecord(value)) return false;
  switch (value['state']) {
    case 'view':
      return isPortalView(value['view']);
    case 'no_access':
    case 'dead_link':
    case 'not_ready':
    case 'unavailable':
      return true;
    default:
      return false;
  }
}
