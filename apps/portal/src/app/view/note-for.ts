import type { ProjectStatus } from '@porchlight/contracts';
import type { Words } from '../words/words';

/**
 * What is said of a project that does not simply go on. Archived with work left, or with none ever planned, it was
 * closed and not handed over: nobody is told that a house is finished when it is not.
 */
export function noteFor(status: ProjectStatus, overall: number | null): keyof Words['notes'] | null {
  switch (status) {
    case 'planning':
    case 'active':
      return null;
    case 'on_hold':
    case 'completed':
      return status;
    case 'archived':
      return overall === 100 ? 'handed_over' : 'closed';
  }
}
