import type { PortalEntry } from '@porchlight/contracts';
import { isPortalEntry } from './guards';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Takes the entry out of the page: it is read once and removed, so that after a revocation nothing of the project is
 * left in the document. A page without a good entry is treated like one without access.
 */
export function takeEntry(document: Document): PortalEntry {
  const element = document.getElementById('entry');
  const value = parsed(element?.textContent ?? '');
  element?.remove();
  return isPortalEntry(value) ? value : { state: 'no_access' };
}

/** The project's id in the address `/portal/{projectId}`, or null when there is none. */
export function projectIdIn(path: string): string | null {
  return /^\/portal\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(path)?.[1]?.toLowerCase() ?? null;
}
