import type { Ids } from './tenant';

const ofProject = {
  id: 'project',
  taskId: 'task',
  milestoneId: 'milestone',
  itemId: 'item',
  noteId: 'note',
  updateId: 'update',
  fileId: 'projectFile',
} as const;

/** What the names in a path mean, by how it begins; the first that fits counts. */
const meanings: readonly (readonly [start: string, Readonly<Record<string, keyof Ids>>])[] = [
  ['/api/projects/{id}', ofProject],
  ['/api/leads/clients/{id}', { id: 'client', contactId: 'contact' }],
  ['/api/leads/brand/pictures/{id}', { id: 'picture' }],
  ['/api/leads/capture/{slug}', { slug: 'form' }],
  ['/api/leads/portals/{projectId}', { projectId: 'project' }],
  ['/api/leads/{id}', { id: 'lead', fileId: 'leadFile' }],
  ['/api/portal/{projectId}', { projectId: 'project', linkId: 'link', id: 'file' }],
  ['/api/identity/companies/{id}/staff', { id: 'company', personId: 'manager' }],
  ['/api/identity/companies/{id}', { id: 'company', personId: 'customer' }],
  ['/api/identity/projects/{id}', { id: 'project', personId: 'customer' }],
  ['/api/identity/invitations/{id}', { id: 'invitation' }],
  ['/api/identity/sessions/{id}', { id: 'session' }],
];

/** What a path names, in order. Throws where nobody has said what it means. */
export const namedIn = (path: string): (keyof Ids)[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => {
    const meaning = meanings.find(([start]) => path.startsWith(start))?.[1][parameter];
    if (!meaning) throw new Error(`what {${parameter}} means in ${path} stands nowhere`);
    return meaning;
  });

/** The path with these ids in place of the names. */
export const filled = (path: string, ids: readonly string[]): string => {
  let next = 0;
  return path.replaceAll(/\{\w+\}/g, () => ids[next++] ?? '');
};
