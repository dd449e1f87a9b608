import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemSchema } from '@porchlight/contracts';
import { startSystem, type Client, type Reply, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';

type Case = [what: string, method: string, path: string, body: unknown, status: number, code: string];

describe('bad input to projects', () => {
  let system: System;
  let owner: Client;
  let stranger: Client;
  let path = '';
  const ids = { task: '', milestone: '', item: '', note: '', update: '', file: '' };
  const task = { name: 'Frame', section: 'execution', start: '2026-11-23', durationDays: 5 };
  const milestone = { name: 'Roof on', targetDate: '2026-12-24', section: 'execution' };
  const item = { title: 'Tiles', kind: 'selection', section: 'execution' };

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects'] });
    [owner, stranger] = [system.client(), system.client()];
    await owner.register();
    await stranger.register();
    path = `/api/projects/${(await owner.post('/api/projects', { name: 'Kitchen' })).body.id}`;
    ids.task = (await owner.post(`${path}/tasks`, task)).body.id;
    ids.milestone = (await owner.post(`${path}/milestones`, milestone)).body.id;
    ids.item = (await owner.post(`${path}/items`, item)).body.id;
    ids.note = (await owner.post(`${path}/notes`, { text: 'Note' })).body.id;
    const pdf = { headers: { 'content-type': 'application/pdf' } };
    ids.file = (await owner.post(`${path}/files?name=Plan`, Buffer.from('%PDF-1.7\n'), pdf)).body.id;
    ids.update = (await owner.post(`${path}/updates`, { text: 'Update' })).body.id;
  });
  afterAll(() => system.stop());

  const everything = async () => {
    const tables = [
      'project',
      'project_portal',
      'task',
      'milestone',
      'item',
      'note',
      'project_update',
      'project_file',
      'activity',
      'outbox',
    ];
    const rows = await Promise.all(
      tables.map((table) =>
        system.sql('projects', `select to_jsonb(${table}) - 'published_at' as row from ${table} order by 1`),
      ),
    );
    return Object.fromEntries(tables.map((table, index) => [table, rows[index]]));
  };

  /** Every route that takes a body, with a body that it takes. */
  const writes = (): [string, string, object][] => [
    ['POST', '/api/projects', { name: 'New' }],
    ['PATCH', path, { name: 'New' }],
    ['POST', `${path}/tasks`, task],
    ['PATCH', `${path}/tasks/${ids.task}`, { name: 'New' }],
    ['POST', `${path}/tasks/${ids.task}/reject`, { reason: 'No' }],
    ['POST', `${path}/milestones`, milestone],
    ['PATCH', `${path}/milestones/${ids.milestone}`, { name: 'New' }],
    ['POST', `${path}/items`, item],
    ['PATCH', `${path}/items/${ids.item}`, { title: 'New' }],
    ['POST', `${path}/notes`, { text: 'New' }],
    ['PATCH', `${path}/notes/${ids.note}`, { text: 'New' }],
    ['POST', `${path}/updates`, { text: 'New' }],
    ['PATCH', `${path}/files/${ids.file}`, { title: 'New' }],
  ];
  const lists = () => [
    '/api/projects',
    ...['tasks', 'milestones', 'items', 'notes', 'updates', 'files', 'activity'].map((part) => `${path}/${part}`),
  ];
  const parts = () =>
    (['task', 'milestone', 'item', 'note', 'update', 'file'] as const).map((part) => `${path}/${part}s/${ids[part]}`);

  /** Those that take no body and belong to the project, or the bytes of a file. */
  const others = () => [
    ['POST', `${path}/tasks/${ids.task}/approve`],
    ['GET', `${path}/files/${ids.file}/content`],
    ['POST', `${path}/files/${ids.file}/share`],
    ['DELETE', `${path}/files/${ids.file}/share`],
    ['GET', `${path}/confirmation`],
    ['POST', `${path}/confirm`],
  ];

  const expectRefused = async (client: Client, cases: readonly Case[]): Promise<void> => {
    const before = await everything();
    for (const [what, method, at, body, status, code] of cases) {
      const reply = await client.send(method, at, body, { ifMatch: 1 });
      expect({ what, method, at, ...told(reply) }).toEqual({ what, method, at, status, code });
      expect(problemSchema.parse(reply.body)).toEqual(reply.body);
      expect(JSON.stringify(reply.body)).not.toMatch(/select |insert |at \w+\.|node_modules/);
    }
    expect(await everything()).toEqual(before);
  };
  const told = ({ status, body }: Reply) => ({ status, code: body.code });

  it('is tried on every route there is', async () => {
    const { body: document } = await owner.get('/api/projects/openapi.json');
    expect(document).toHaveProperty('paths');
    const described = Object.entries<object>(document.paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
    );
    const plain = (at: string) =>
      at
        .replace(path, '/api/projects/{id}')
        .replace(/(task|milestone|item|note|update|file)s\/[0-9a-f-]{36}/, (_, part: string) => `${part}s/{${part}Id}`);
    const tried = [
      ...writes().map(([method, at]) => `${method} ${plain(at)}`),
      ...[...lists(), path, `${path}/budget`].map((at) => `GET ${plain(at)}`),
      ...parts().map((at) => `DELETE ${plain(at)}`),
      ...others().map(([method, at = '']) => `${method} ${plain(at)}`),
      'POST /api/projects/{id}/files',
    ];
    expect(tried.sort()).toEqual(described.sort());
  });

  it('with unknown fields, wrong types, no JSON or too much of it changes nothing', async () => {
    await expectRefused(
      owner,
      writes().flatMap(([method, at, body]): Case[] => [
        ['an unknown field', method, at, { ...body, admin: true }, 400, 'invalid_request'],
        ['a server field', method, at, { ...body, version: 7 }, 400, 'invalid_request'],
        [
          'wrong types',
          method,
          at,
          Object.fromEntries(Object.keys(body).map((key) => [key, { $ne: 1 }])),
          400,
          'invalid_request',
        ],
        ['a list', method, at, [body], 400, 'invalid_request'],
        ['text', method, at, '"text"', 400, 'invalid_request'],
        ['broken JSON', method, at, '{"name":', 400, 'invalid_request'],
        ['a huge body', method, at, { ...body, notes: 'x'.repeat(300 * 1024) }, 413, 'body_too_large'],
      ]),
    );
  });

  it('with values that cannot be changes nothing', async () => {
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const bad = (field: string, value: unknown): Case => [
      `${field} ${JSON.stringify(value)}`,
      'PATCH',
      `${path}/tasks/${ids.task}`,
      { [field]: value },
      400,
      'invalid_request',
    ];
    await expectRefused(owner, [
      bad('name', ''),
      bad('name', 'two\nlines'),
      bad('name', 'nul\u0000'),
      bad('section', 'elsewhere'),
      bad('progress', 101),
      bad('progress', 50.5),
      bad('durationDays', 0),
      bad('durationDays', 1e9),
      bad('start', '2026-02-30'),
      bad('start', 'tomorrow'),
      bad('status', 'done'),
      bad('order', null),
      bad('estimatedCost', usd('1.005')),
      bad('estimatedCost', 12),
      bad('assignee', { kind: 'member', personId: 'me' }),
      bad('assignee', { kind: 'member', personId: randomUUID() }),
      ['year 0001', 'PATCH', `${path}/tasks/${ids.task}`, { start: '0001-01-01' }, 400, 'date_out_of_range'],
      ['year 9999', 'PATCH', path, { deadline: '9999-12-31' }, 400, 'date_out_of_range'],
      [
        'a far milestone',
        'PATCH',
        `${path}/milestones/${ids.milestone}`,
        { targetDate: '2200-01-01' },
        400,
        'date_out_of_range',
      ],
      ['a far due date', 'PATCH', `${path}/items/${ids.item}`, { dueDate: '0000-01-01' }, 400, 'date_out_of_range'],
      ['a time zone on the moon', 'PATCH', path, { timeZone: 'Moon/Base' }, 400, 'invalid_request'],
      ['a title of two lines', 'PATCH', `${path}/files/${ids.file}`, { title: 'two\nlines' }, 400, 'invalid_request'],
      ['a title too long', 'PATCH', `${path}/files/${ids.file}`, { title: 'x'.repeat(121) }, 400, 'invalid_request'],
      ['JSON for a file', 'POST', `${path}/files?name=Plan`, { name: 'Plan' }, 415, 'unsupported_media_type'],
      ['no photo', 'POST', `${path}/updates`, { text: 'x', fileId: ids.file }, 400, 'invalid_request'],
      ['no such size', 'GET', `${path}/files/${ids.file}/content?size=huge`, undefined, 400, 'invalid_request'],
      ['no title to share', 'POST', `${path}/files/${ids.file}/share`, undefined, 400, 'invalid_request'],
      ['no title and no task', 'POST', `${path}/items`, { kind: 'selection' }, 400, 'invalid_request'],
    ]);
  });

  it('with foreign and unknown ids is answered as if there were nothing', async () => {
    const { body: foreign } = await stranger.post('/api/projects', { name: 'Foreign' });
    const foreignTask = (await stranger.post(`/api/projects/${foreign.id}/tasks`, task)).body.id;
    const ofTheOwner: Case[] = [
      ['a foreign parent', 'POST', `${path}/tasks`, { ...task, parentId: foreignTask }, 404, 'not_found'],
      ['a foreign parent', 'PATCH', `${path}/tasks/${ids.task}`, { parentId: foreignTask }, 404, 'not_found'],
      ['a foreign task', 'POST', `${path}/items`, { kind: 'selection', fromTaskId: foreignTask }, 404, 'not_found'],
      ['a foreign task', 'PATCH', `${path}/tasks/${foreignTask}`, { name: 'Mine' }, 404, 'not_found'],
      ['a foreign company', 'POST', '/api/projects', { name: 'Mine', companyId: foreign.companyId }, 404, 'not_found'],
      ...parts().flatMap((at): Case[] => {
        const elsewhere = at.replace(/[^/]+$/, randomUUID());
        const method = at.includes('/updates/') ? 'DELETE' : 'PATCH';
        const body = { notes: { text: 'x' }, files: { title: 'x' } }[at.split('/').at(-2) ?? ''] ?? {};
        return [
          ['an unknown part', method, elsewhere, method === 'PATCH' ? body : undefined, 404, 'not_found'],
          ['no id', 'DELETE', at.replace(/[^/]+$/, 'not-an-id'), undefined, 404, 'not_found'],
        ];
      }),
    ];
    await expectRefused(owner, ofTheOwner);
    await expectRefused(stranger, [
      ...writes()
        .slice(1)
        .map(([method, at, body]): Case => ['of another company', method, at, body, 404, 'not_found']),
      ...[path, `${path}/budget`, ...lists().slice(1)].map((at): Case => [
        'of another company',
        'GET',
        at,
        undefined,
        404,
        'not_found',
      ]),
      ...parts().map((at): Case => ['of another company', 'DELETE', at, undefined, 404, 'not_found']),
      ...others().map(([method = '', at = '']): Case => [
        'of another company',
        method,
        at,
        undefined,
        404,
        'not_found',
      ]),
    ]);
  });

  it('without a token or with a made-up one is 401 everywhere', async () => {
    const nobody = system.client();
    const forged = system.client();
    forged.accessToken = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.';
    for (const client of [nobody, forged]) {
      await expectRefused(
        client,
        writes().map(([method, at, body]): Case => ['signed out', method, at, body, 401, 'unauthenticated']),
      );
    }
  });

  it('to a list is refused with the field named', async () => {
    for (const at of lists()) {
      for (const query of ['cursor=bm90LWEtY3Vyc29y', 'cursor=%00', 'limit=0', 'limit=many', 'limit=501', 'page=2']) {
        const reply = await owner.get(`${at}?${query}`);
        expect({ at, query, ...told(reply) }).toEqual({ at, query, status: 400, code: 'invalid_request' });
        expect(reply.body.errors[0].path).toBe(query.split('=')[0]);
      }
    }
  });

  it('as a version is refused', async () => {
    for (const [header, status] of [
      ['1', 400],
      ['"one"', 400],
      ['*', 400],
      ['W/"1"', 400],
      ['"99"', 412],
    ] as const) {
      const reply = await owner.patch(path, { name: 'New' }, { headers: { 'if-match': header } });
      expect({ header, status: reply.status }).toEqual({ header, status });
    }
  });
});
