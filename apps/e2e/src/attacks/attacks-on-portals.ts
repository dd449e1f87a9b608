import { randomUUID } from 'node:crypto';
import type { Client, Reply } from '@porchlight/testing';
import { WebSocket } from 'ws';
import { atOnce, type Attack } from './attack';
import type { Scene } from './scene';
import { closed, connect } from './screen';

const page = ({ home }: Scene, query = ''): string => `/portal/${home.projectId}${query}`;
const api = ({ home }: Scene, path = ''): string => `/api/portal/${home.projectId}${path}`;
/** What a page carries for its script, without what is new each time. */
const entryIn = ({ body }: Reply): string => /id="entry">(.*?)<\/script>/s.exec(String(body))?.[1] ?? 'none';

export const portalLinks: readonly Attack[] = [
  [
    'with a wrong token, that of another project, and of no project at all',
    { '404 page': 4 },
    async (at) => {
      const [own, foreign] = [await at.link(), await at.link('foreign')];
      const replies = await Promise.all([
        at.nobody.get(page(at, '?token=wrong')),
        at.nobody.get(page(at, `?token=${own.token.slice(0, -2)}AA`)),
        at.nobody.get(page(at, `?token=${foreign.token}`)),
        at.nobody.get(`/portal/${randomUUID()}?token=${own.token}`),
      ]);
      if (new Set(replies.map(entryIn)).size !== 1) throw new Error(`they differ: ${replies.map(entryIn).join(' / ')}`);
      return replies;
    },
  ],
  [
    'that was revoked',
    '410 page',
    async (at) => {
      const { id, token } = await at.link();
      await at.owner.delete(api(at, `/links/${id}`));
      return at.nobody.get(page(at, `?token=${token}`));
    },
  ],
  [
    'with the token twice',
    '400 invalid_request',
    async (at) => {
      const { token } = await at.link();
      return at.nobody.get(page(at, `?token=${token}&token=${token}`));
    },
  ],
  [
    'with an invitation for a token',
    '404 page',
    async (at) => at.nobody.get(page(at, `?token=${(await at.invite()).token}`)),
  ],
  [
    'to write',
    { '405 method_not_allowed': 4 },
    async (at) => {
      const visitor = await at.visitor((await at.link()).url);
      return Promise.all(['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => visitor.send(method, api(at), {})));
    },
  ],
  [
    'to see or make links',
    { '401 unauthenticated': 2 },
    async (at) => {
      const visitor = await at.visitor((await at.link()).url);
      return [await visitor.get(api(at, '/links')), await visitor.post(api(at, '/links'), { label: 'Mine' })];
    },
  ],
  [
    'to have a new one mailed, for a stranger, for the builder, to a foreign project and to none',
    { '202': 4 },
    async (at) => {
      const ask = (email: string, projectId = at.home.projectId) =>
        at.nobody.post(`/api/portal/${projectId}/link-requests`, { email });
      const stranger = `${randomUUID()}@guest.example`;
      const replies = await Promise.all([
        ask(stranger),
        ask(at.owner.email),
        ask(stranger, at.foreign.projectId),
        ask(stranger, randomUUID()),
      ]);
      if (new Set(replies.map(({ body }) => JSON.stringify(body))).size !== 1) throw new Error('they differ');
      return replies;
    },
  ],
  [
    'to have a new one mailed to a second address too',
    { '400 invalid_request': 3 },
    (at) =>
      Promise.all(
        [
          { email: 'anna@home.example, eve@evil.example' },
          { email: 'anna@home.example\r\nBcc: eve@evil.example' },
          { email: 'anna@home.example', to: 'eve@evil.example' },
        ].map((body) => at.nobody.post(api(at, '/link-requests'), body)),
      ),
  ],
  ['without any', '401 unauthenticated', (at) => at.nobody.get(api(at))],
  [
    'with the cookie of another project',
    '401 unauthenticated',
    async (at) => {
      const visitor = await at.visitor((await at.link('foreign')).url);
      const cookie = visitor.cookies.headerFor(`/api/portal/${at.foreign.projectId}`) ?? '';
      return at.nobody.get(api(at), { headers: { cookie: cookie.replace(at.foreign.projectId, at.home.projectId) } });
    },
  ],
];

/** Connects a screen with changed headers; where it gets in, gives the code it is closed with as a status. */
const screen = async (
  at: Scene,
  changes: { cookie?: string; origin?: string | null } = {},
  act: (socket: WebSocket) => void = () => undefined,
): Promise<Reply> => {
  const cookie = changes.cookie ?? cookieOf(at, await at.visitor((await at.link()).url));
  const origin = changes.origin === undefined ? at.system.origin : changes.origin;
  const headers = { ...(cookie && { cookie }), ...(origin !== null && { origin }) };
  const answer = await connect({ origin: at.system.origin, projectId: at.home.projectId, headers });
  if (!(answer instanceof WebSocket)) return answer;
  const code = closed(answer);
  act(answer);
  return { status: await code, headers: new Headers(), body: { code: 'closed' } };
};
const cookieOf = (at: Scene, visitor: Client): string => visitor.cookies.headerFor(api(at)) ?? '';

export const screens: readonly Attack[] = [
  ['without an origin', '403 origin_refused', (at) => screen(at, { origin: null })],
  ['from a foreign origin', '403 origin_refused', (at) => screen(at, { origin: 'https://evil.example' })],
  ['from the origin null', '403 origin_refused', (at) => screen(at, { origin: 'null' })],
  [
    'from an origin that begins like ours',
    '403 origin_refused',
    (at) => screen(at, { origin: `${at.system.origin}.evil.example` }),
  ],
  ['without a credential', '401 unauthenticated', (at) => screen(at, { cookie: '' })],
  [
    'with a dead credential',
    '401 unauthenticated',
    async (at) => {
      const { id, url } = await at.link();
      const cookie = cookieOf(at, await at.visitor(url));
      await at.owner.delete(api(at, `/links/${id}`));
      return screen(at, { cookie });
    },
  ],
];

/** These get in, and are thrown out: by the code of the close. */
export const thrownOut: readonly (readonly [string, number, (at: Scene) => Promise<Reply>])[] = [
  [
    'with the credential of a foreign project',
    1008,
    async (at) => {
      const visitor = await at.visitor((await at.link('foreign')).url);
      return screen(at, { cookie: visitor.cookies.headerFor(`/api/portal/${at.foreign.projectId}`) ?? '' });
    },
  ],
  ['who talks', 1008, (at) => screen(at, {}, (socket) => socket.send('hello'))],
  ['who sends more than 16 KiB', 1009, (at) => screen(at, {}, (socket) => socket.send('x'.repeat(16 * 1024 + 1)))],
  [
    'who floods',
    1008,
    (at) =>
      screen(at, {}, (socket) => {
        for (let count = 0; count < 500; count += 1) socket.ping();
      }),
  ],
];

export const publishing: readonly Attack[] = [
  [
    'a foreign lead',
    '404 not_found',
    (at) => at.stranger.post(`/api/leads/${at.home.leadId}/publish`, { name: 'Mine', welcomeMessage: 'Welcome.' }),
  ],
  [
    'as a subcontractor',
    '403 forbidden',
    (at) => at.sub.post(`/api/leads/${at.home.leadId}/publish`, { name: 'Mine', welcomeMessage: 'Welcome.' }),
  ],
  [
    'with a double click',
    { '201': 1, '200': 1 },
    async (at) => {
      const lead = await at.owner.post('/api/leads', { projectType: 'Porch', client: { name: 'Ben' } });
      const replies = await atOnce(2, () =>
        at.owner.post(`/api/leads/${lead.body.id}/publish`, { name: 'Porch', welcomeMessage: 'Welcome.' }),
      );
      const [one, other] = replies.map(({ body }) => body.portal.projectId);
      if (one !== other) throw new Error('two projects came of it');
      const events = await at.system.sql(
        'leads',
        `select 1 from outbox where type = 'leads.portal.published.v1' and envelope like $1`,
        [`%${one}%`],
      );
      if (events.length !== 1) throw new Error(`it was told ${events.length} times`);
      return replies;
    },
  ],
  ['a link to a foreign project', '404 not_found', (at) => at.stranger.post(api(at, '/links'), { label: 'Mine' })],
  ['a link as a subcontractor', '403 forbidden', (at) => at.sub.post(api(at, '/links'), { label: 'Mine' })],
  [
    'by nobody',
    { '401 unauthenticated': 2 },
    async (at) => [await at.nobody.post(api(at, '/share')), await at.nobody.post(api(at, '/links'), { label: 'Mine' })],
  ],
];
