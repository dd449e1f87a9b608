import type { Reply } from '@porchlight/testing';
import { ask } from './asking';
import type { Operation } from './operations';
import { namedIn } from './path-ids';
import { ways, type Rows } from './rows';
import { someone, type Ids, type Tenant } from './tenant';

export interface Attempt {
  readonly what: string;
  readonly wanted: readonly number[];
  readonly send: () => Promise<Reply>;
}

const isOwnPlace = (name: keyof Ids): name is 'project' | 'company' => name === 'project' || name === 'company';

/** Somebody's own project or company in a path, and in it something that is not there. All of it is 404. */
export const mixedPaths = (operations: readonly Operation[], rows: Rows, mine: Tenant, theirs: Tenant): Attempt[] =>
  operations.flatMap((operation) => {
    const [place, part, ...more] = namedIn(operation.path);
    if (!place || !part || more.length > 0 || !isOwnPlace(place)) return [];
    // Where being signed in counts for nothing, it opens nothing of one's own either.
    const bySignIn = ways(rows, operation).filter(({ at }) => at !== 'link' && at !== 'anyone');
    return bySignIn.flatMap((row): Attempt[] => {
      const attempt = (what: string, { owner }: Tenant, ids: Ids): Attempt => ({
        what: `${operation.name} with ${what}`,
        wanted: [404],
        send: () => ask(owner, operation, row, ids),
      });
      return [
        attempt(`a ${part} of another company`, theirs, { ...theirs.ids, [part]: mine.ids[part] }),
        attempt(`a ${part} of another company, the other way round`, mine, { ...mine.ids, [part]: theirs.ids[part] }),
        ...(place === 'project'
          ? [attempt(`a ${part} of another project`, mine, { ...mine.ids, project: mine.ids.otherProject })]
          : []),
      ];
    });
  });

/** Somebody else's ids in bodies and queries. None of it may be taken, nor told from what does not exist. */
export const foreignIds = (mine: Tenant, theirs: Tenant): Attempt[] => {
  const { ids } = mine;
  const { owner } = theirs;
  const project = `/api/projects/${theirs.ids.project}`;
  const task = { name: 'Floor', section: 'planning', start: '2027-01-04', durationDays: 2 };
  const post = (what: string, wanted: number, path: string, body: object): Attempt => ({
    what: `${what} in a body`,
    wanted: [wanted],
    send: () => owner.post(path, body),
  });
  const patchTask = (what: string, wanted: number, body: object): Attempt => ({
    what: `${what} in a body that changes a task`,
    wanted: [wanted],
    send: () => owner.patch(`${project}/tasks/${theirs.ids.task}`, body, { ifMatch: 1 }),
  });
  const member = { assignee: { kind: 'member', personId: ids.subcontractor } };
  const invited = { assignee: { kind: 'invited', invitationId: ids.invitation } };
  return [
    post('the parent of a task', 404, `${project}/tasks`, { ...task, parentId: ids.task }),
    post('a member who gets a task', 400, `${project}/tasks`, { ...task, ...member }),
    post('an invited person who gets a task', 400, `${project}/tasks`, { ...task, ...invited }),
    patchTask('the parent of a task', 404, { parentId: ids.task }),
    patchTask('a member who gets a task', 400, member),
    patchTask('an invited person who gets a task', 400, invited),
    post('a task that becomes an item', 404, `${project}/items`, { kind: 'approval', fromTaskId: ids.task }),
    post('the client of a lead', 404, '/api/leads', { projectType: 'Porch', clientId: ids.client }),
    post('the company of a project', 404, '/api/projects', { name: 'New', companyId: ids.company }),
    post('the project of an invitation', 404, '/api/identity/invitations', {
      email: someone(),
      role: 'customer',
      projectId: ids.project,
    }),
  ];
};
