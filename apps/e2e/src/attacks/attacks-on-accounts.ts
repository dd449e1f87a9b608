import { randomBytes, randomUUID } from 'node:crypto';
import { atOnce, postHuge, type Attack } from './attack';
import { mailedToken, type Scene } from './scene';

const invitations = '/api/identity/invitations';
const email = (): string => `${randomUUID()}@guest.example`;
const tampered = (token: string): string => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
const asCustomer = ({ home }: Scene) => ({ email: email(), role: 'customer', projectId: home.projectId });

/** Addresses that smuggle a header, a second address, or a name. */
const crookedAddresses = [
  'anna@home.example\r\nBcc: all@home.example',
  'anna@home.example, bob@home.example',
  'anna@home.example;bob@home.example',
  '"anna lee"@home.example',
  'Anna <anna@home.example>',
  '<anna@home.example>',
  'anna@home.example bob@home.example',
];

export const inviting: readonly Attack[] = [
  ['to a foreign project', '404 not_found', (at) => at.stranger.post(invitations, asCustomer(at))],
  [
    'to no project at all',
    '404 not_found',
    (at) => at.owner.post(invitations, { ...asCustomer(at), projectId: randomUUID() }),
  ],
  [
    'to a foreign company',
    '404 not_found',
    (at) => at.stranger.post(invitations, { email: email(), role: 'manager', companyId: at.home.companyId }),
  ],
  ['as a subcontractor', '403 forbidden', (at) => at.sub.post(invitations, asCustomer(at))],
  ['signed out', '401 unauthenticated', (at) => at.nobody.post(invitations, asCustomer(at))],
  [
    'with extra fields',
    '400 invalid_request',
    (at) => at.owner.post(invitations, { ...asCustomer(at), status: 'accepted' }),
  ],
  ['an owner', '400 invalid_request', (at) => at.owner.post(invitations, { ...asCustomer(at), role: 'owner' })],
  [
    'a manager to a project',
    '400 invalid_request',
    (at) => at.owner.post(invitations, { ...asCustomer(at), role: 'manager' }),
  ],
  [
    'a customer to the company',
    '400 invalid_request',
    (at) => at.owner.post(invitations, { email: email(), role: 'customer', companyId: at.home.companyId }),
  ],
  ...crookedAddresses.map((crooked): Attack => [
    `${JSON.stringify(crooked)} as address`,
    '400 invalid_request',
    (at) => at.owner.post(invitations, { ...asCustomer(at), email: crooked }),
  ]),
];

export const accepting: readonly Attack[] = [
  [
    'twice',
    { '201': 1, '410 invitation_used': 1 },
    async (at) => {
      const { token } = await at.invite();
      return [await at.accept(token), await at.accept(token)];
    },
  ],
  [
    'twenty times at once',
    { '201': 1, '410 invitation_used': 19 },
    async (at) => {
      const { token } = await at.invite();
      return atOnce(20, () => at.accept(token));
    },
  ],
  ['what nobody sent', '404 not_found', (at) => at.accept(randomBytes(53).toString('base64url'))],
  ['with a changed signature', '404 not_found', async (at) => at.accept(tampered((await at.invite()).token))],
  ['a share link', '404 not_found', async (at) => at.accept((await at.link()).token)],
  [
    'an old mail after a new one',
    '410 invitation_superseded',
    async (at) => {
      const old = await at.invite();
      await at.owner.post(`${invitations}/${old.id}/resend`);
      await mailedToken(at.system, old.email, old.token);
      return at.accept(old.token);
    },
  ],
  [
    'what was cancelled',
    '410 invitation_revoked',
    async (at) => {
      const { id, token } = await at.invite();
      await at.owner.delete(`${invitations}/${id}`);
      return at.accept(token);
    },
  ],
  [
    'signed in as another',
    '403 wrong_person',
    async (at) => {
      const { token } = await at.invite();
      const reply = await at.accept(token, {}, at.stranger);
      const { body } = await at.inspect(token);
      if (body.status !== 'pending') throw new Error(`it is ${body.status} now`);
      const members = await at.stranger.get(`/api/projects/${at.home.projectId}`);
      if (members.status !== 404) throw new Error(`the stranger sees the project: ${members.status}`);
      return reply;
    },
  ],
  ...[{ email: 'mine@evil.example' }, { role: 'owner' }, { companyId: randomUUID() }, { personId: randomUUID() }].map(
    (more): Attack => [
      `with ${Object.keys(more).join()} in the body`,
      '400 invalid_request',
      async (at) => at.accept((await at.invite()).token, more),
    ],
  ),
];

const sessions = '/api/identity/sessions';

export const signingIn: readonly Attack[] = [
  [
    'as nobody we know, and with a wrong password',
    { '401 credentials_wrong': 2 },
    async (at) => {
      const wrong = { password: 'wrong horse battery' };
      const replies = [
        await at.nobody.post(sessions, { email: email(), ...wrong }),
        await at.nobody.post(sessions, { email: at.owner.email, ...wrong }),
      ];
      const [unknown, known] = replies.map(({ body, headers }) =>
        JSON.stringify([{ ...body, correlationId: '' }, [...headers.keys()].sort()]),
      );
      if (unknown !== known) throw new Error(`they differ: ${unknown} and ${known}`);
      return replies;
    },
  ],
  [
    'with a password of a megabyte',
    '413 body_too_large',
    (at) => postHuge(at.nobody, sessions, { email: at.owner.email, password: 'x'.repeat(1024 * 1024) }),
  ],
  [
    'with a password that is no text',
    '400 invalid_request',
    (at) => at.nobody.post(sessions, { email: at.owner.email, password: { length: 20 } }),
  ],
  [
    'with a refresh cookie made up',
    '401 unauthenticated',
    (at) =>
      at.nobody.post(`${sessions}/refresh`, undefined, {
        headers: { cookie: 'refresh=made-up; porchlight_refresh=made-up' },
      }),
  ],
  [
    'with a reset link made up',
    '404 not_found',
    (at) =>
      at.nobody.post('/api/identity/password-resets/complete', {
        token: randomBytes(53).toString('base64url'),
        password: 'a long and quiet street',
      }),
  ],
];
