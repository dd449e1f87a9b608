import { randomUUID } from 'node:crypto';
import { postHuge, type Attack } from './attack';
import type { Scene } from './scene';

/** A route of each service with a body that it would take. */
const routes: readonly (readonly [string, (at: Scene) => string, object])[] = [
  [
    'identity',
    () => '/api/identity/invitations',
    { email: 'anna@home.example', role: 'customer', projectId: randomUUID() },
  ],
  [
    'projects',
    ({ home }) => `/api/projects/${home.projectId}/tasks`,
    { name: 'Task', section: 'planning', start: '2027-01-04', durationDays: 1 },
  ],
  ['leads', () => '/api/leads', { projectType: 'Kitchen', client: { name: 'Anna' } }],
  ['the gateway', ({ home }) => `/api/portal/${home.projectId}/links`, { label: 'Anna' }],
];

/** Text that means something to a database, a shell, a page or a template. */
const crooked = `'; drop table person; -- \${7*7} {{7*7}} <script>alert(1)</script> ../../etc/passwd %00`;

export const badInput: readonly Attack[] = routes.flatMap(([service, path, good]): Attack[] => [
  [`${service}: broken JSON`, '400 invalid_request', (at) => at.owner.post(path(at), '{"name":')],
  [`${service}: a list`, '400 invalid_request', (at) => at.owner.post(path(at), [good])],
  [`${service}: no body`, '400 invalid_request', (at) => at.owner.post(path(at))],
  [`${service}: an unknown field`, '400 invalid_request', (at) => at.owner.post(path(at), { ...good, isAdmin: true })],
  [
    `${service}: a polluted prototype`,
    '400 invalid_request',
    (at) => at.owner.post(path(at), '{"__proto__":{"isAdmin":true}}'),
  ],
  [
    `${service}: values of other types`,
    '400 invalid_request',
    (at) => at.owner.post(path(at), Object.fromEntries(Object.keys(good).map((key) => [key, { $ne: null }]))),
  ],
  [
    `${service}: NUL in text`,
    '400 invalid_request',
    (at) => at.owner.post(path(at), Object.fromEntries(Object.keys(good).map((key) => [key, 'a\u0000b']))),
  ],
  [
    `${service}: a megabyte`,
    '413 body_too_large',
    (at) => postHuge(at.owner, path(at), { ...good, more: 'x'.repeat(1024 * 1024) }),
  ],
  [
    `${service}: XML`,
    '415 unsupported_media_type',
    (at) => at.owner.post(path(at), '<x/>', { headers: { 'content-type': 'application/xml' } }),
  ],
  [
    `${service}: an id that is crooked`,
    '404 not_found',
    (at) =>
      at.owner.get(
        `/api/${{ identity: 'identity/companies', projects: 'projects', leads: 'leads' }[service] ?? 'portal'}/${encodeURIComponent(crooked)}`,
      ),
  ],
  [
    `${service}: a cursor and limit made up`,
    '400 invalid_request',
    (at) => at.owner.get(`${path(at)}?cursor=${encodeURIComponent(crooked)}&limit=-1`),
  ],
]);

export const nowhere: readonly Attack[] = ['identity', 'projects', 'leads', 'notifications', 'portal'].map(
  (prefix): Attack => [
    `/api/${prefix}`,
    '404 not_found',
    (at) => at.owner.get(`/api/${prefix}/no/such/route?x=${encodeURIComponent(crooked)}`),
  ],
);

/** A route behind sign-in for each of the four services that have routes: every forged token is tried at each. */
export const protectedRoutes = ({ home }: Scene): readonly string[] => [
  '/api/identity/me',
  '/api/projects',
  '/api/leads',
  `/api/portal/${home.projectId}/links`,
];

/** What each service's credentials for NATS are tried for: to speak as another. */
export const forgeries: readonly (readonly [user: string, type: string])[] = [
  ['gateway', 'portal.fact.project.v1'],
  ['gateway', 'portal.fact.access.v1'],
  ['gateway', 'projects.task.changed.v1'],
  ['leads', 'portal.fact.project.v1'],
  ['leads', 'identity.membership.changed.v1'],
  ['projects', 'portal.fact.access.v1'],
  ['projects', 'identity.invitation.changed.v1'],
  ['identity', 'portal.fact.project.v1'],
  ['notifications', 'identity.letter.requested.v1'],
  ['notifications', 'portal.fact.shell.v1'],
];
