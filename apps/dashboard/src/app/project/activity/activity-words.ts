import type { Activity } from '@porchlight/contracts';

const subjects: Readonly<Record<Activity['subject'], string>> = {
  project: 'the project',
  task: 'the task',
  milestone: 'the milestone',
  item: 'the item',
  note: 'a note',
  update: 'an update',
  file: 'the file',
};

/** After the name of who did it: `changed the task`, `shared the file`. */
export function whatWasDone({ action, subject }: Pick<Activity, 'action' | 'subject'>): string {
  const done = subjects[subject];
  switch (action) {
    case 'submitted':
      return `submitted for review ${done}`;
    case 'rejected':
      return `sent back ${done}`;
    case 'unshared':
      return `stopped sharing ${done}`;
    case 'confirmed':
      return 'confirmed what your customer sees';
    case 'created':
      return subject === 'file' ? `added ${done}` : `created ${done}`;
    case 'changed':
    case 'deleted':
    case 'approved':
    case 'shared':
      return `${action} ${done}`;
  }
}
