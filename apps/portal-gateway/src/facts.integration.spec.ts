import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessFactV1, projectFactV1, shellFactV1, type ServiceName } from '@porchlight/contracts';
import { startSystem, until, type Client, type System } from '@porchlight/testing';
import { Client as Postgres } from 'pg';
import { Builder, openLink } from '../test-app/builder';
import { OpenScreen } from '../test-app/open-screen';

let system: System;
let builder: Builder;
let visitor: Client;

beforeAll(async () => {
  system = await startSystem({ services: ['identity', 'projects', 'leads', 'portal-gateway'] });
  builder = await Builder.start(system);
  visitor = await openLink(system, (await builder.link()).url);
  // Counts the effect of each fact from outside of the process that may die.
  await system.sql('portal-gateway', 'create table gateway.stored (kind text, id uuid, version integer)');
  await system.sql(
    'portal-gateway',
    `create function gateway.count_stored() returns trigger language plpgsql security definer as $$
     begin
       insert into gateway.stored select fact.kind, fact.id, fact.version
       from (select 'project' as kind, (to_jsonb(new) ->> 'project_id')::uuid as id,
                    (to_jsonb(new) ->> 'project_version')::int as version, (to_jsonb(old) ->> 'project_version')::int as past
             union all
             select 'shell', (to_jsonb(new) ->> 'project_id')::uuid,
                    (to_jsonb(new) ->> 'shell_version')::int, (to_jsonb(old) ->> 'shell_version')::int
             union all
             select 'access', (to_jsonb(new) ->> 'person_id')::uuid, (to_jsonb(new) ->> 'version')::int, -1) as fact
       where fact.id is not null and fact.version is not null and fact.version is distinct from fact.past;
       return new;
     end $$`,
  );
  for (const table of ['view', 'access'])
    await system.sql(
      'portal-gateway',
      `create trigger stored after insert or update on gateway.${table} for each row execute function gateway.count_stored()`,
    );
});
afterAll(() => system.stop());

const shown = async (): Promise<string> => (await visitor.get(builder.api())).body.name;
const effects = (kind: string, id: string) =>
  system.sql<{ version: number; times: number }>(
    'portal-gateway',
    `select version, count(*)::int as times from gateway.stored
     where kind = $1 and id = $2 and version > 0 group by version order by version`,
    [kind, id],
  );
/** The version its owner gave the newest state of an aggregate. */
const latestVersion = async (owner: ServiceName, type: string, id: string): Promise<number> => {
  const [row] = await system.sql<{ version: string }>(
    owner,
    'select version from latest_state where type = $1 and aggregate_id = $2',
    [type, id],
  );
  return Number(row?.version);
};

interface Fact {
  readonly kind: string;
  readonly type: string;
  readonly owner: ServiceName;
  /** Changes it through its owner; gives the aggregate. */
  change(words: string): Promise<string>;
}
const project: Fact = {
  kind: 'project',
  type: projectFactV1.type,
  owner: 'projects',
  change: async (words) => {
    await builder.rename(words);
    return builder.projectId;
  },
};
const shell: Fact = {
  kind: 'shell',
  type: shellFactV1.type,
  owner: 'leads',
  change: async (welcomeMessage) => {
    const path = `/api/leads/portals/${builder.projectId}`;
    const { version } = (await builder.client.get(path)).body;
    await builder.client.patch(path, { welcomeMessage }, { ifMatch: version });
    return builder.projectId;
  },
};
const access: Fact = {
  kind: 'access',
  type: accessFactV1.type,
  owner: 'identity',
  change: async () => (await system.client().register()).person.id,
};

/** A state put on the bus by its owner, as it stands, past everything that would refuse to write it. */
const publish = (envelope: object) =>
  system.sql(
    'projects',
    `insert into outbox (id, type, aggregate_id, envelope, occurred_at)
     select (e ->> 'id')::uuid, e ->> 'type', (e ->> 'aggregateId')::uuid, $1, now() from (select $1::jsonb as e) as given`,
    [JSON.stringify(envelope)],
  );
const latestEnvelope = async () => {
  const [row] = await system.sql<{ envelope: string }>(
    'projects',
    'select envelope from latest_state where type = $1 and aggregate_id = $2',
    [projectFactV1.type, builder.projectId],
  );
  return JSON.parse(row?.envelope ?? '{}');
};

describe('a fact', () => {
  // Each point with an event of its own: what an earlier kill left unacknowledged must not set off the next.
  it.each([
    ['after-ack', project],
    ['before-commit', project],
    ['after-commit', shell],
    ['before-ack', access],
  ])('is applied once when the gateway is killed %s', async (point, { kind, type, owner, change }) => {
    const gateway = system.process('portal-gateway');
    await gateway.stop();
    await gateway.start({ CRASH_AT: `${point}:${type}` });
    const id = await change(`Killed ${point}`);
    await gateway.ended;
    await gateway.start();
    const version = await latestVersion(owner, type, id);
    const newest = async () => (await effects(kind, id)).at(-1)?.version;
    await until(
      async () => (await newest()) === version,
      45_000,
      () => `${type} was lost ${point}`,
    );
    expect((await effects(kind, id)).filter(({ times }) => times !== 1)).toEqual([]);
  });

  it('changes nothing however often all of them come again', async () => {
    const before = await effects('project', builder.projectId);
    const screen = await OpenScreen.open({
      url: system.url('portal-gateway'),
      projectId: builder.projectId,
      cookie: visitor.cookies.headerFor(builder.api()),
      origin: system.origin,
    });
    for (let times = 0; times < 3; times++)
      await system.sql(
        'projects',
        `insert into outbox (id, type, aggregate_id, envelope, occurred_at)
         select id, type, aggregate_id, jsonb_set(envelope::jsonb, '{id}', to_jsonb(id::text))::text, now()
         from (select gen_random_uuid() as id, type, aggregate_id, envelope from outbox where type = $1) as again`,
        [projectFactV1.type],
      );
    await builder.rename('After the replay');
    await screen.shows('After the replay', 30_000);
    expect((await effects('project', builder.projectId)).map(({ times }) => times)).toEqual([
      ...before.map(() => 1),
      1,
    ]);
    expect(screen.versions).toEqual([...new Set(screen.versions)].sort((a, b) => a - b));
    screen.end();
  });

  it('leaves behind what the gateway does not know, and says how much but not what', async () => {
    const envelope = await latestEnvelope();
    const secret = 'CANARY-7d1f';
    const data = {
      ...envelope.data,
      name: 'Stripped',
      budget: secret,
      progress: { ...envelope.data.progress, cost: secret },
    };
    await publish({ ...envelope, id: crypto.randomUUID(), aggregateVersion: envelope.aggregateVersion + 1, data });
    await until(async () => (await shown()) === 'Stripped', 15_000, 'the fact did not come');
    const [row] = await system.sql<{ stored: string }>(
      'portal-gateway',
      'select view::text as stored from view where project_id = $1',
      [builder.projectId],
    );
    expect(row?.stored).not.toContain(secret);
    expect(JSON.stringify((await visitor.get(builder.api())).body)).not.toContain(secret);
    const metrics = await (await fetch(system.process('portal-gateway').metricsUrl)).text();
    expect(metrics).toMatch(/porchlight_stripped_keys_total\{[^}]*\} 2\n/);
    const logs = system.logs('portal-gateway').join('\n');
    expect(logs).toContain('unknown keys were dropped');
    expect(logs).not.toContain(secret);
  });

  it('is put aside when it is not what it says it is, and the last good one stays', async () => {
    const envelope = await latestEnvelope();
    const wrong = { ...envelope.data, name: 7 };
    await publish({
      ...envelope,
      id: crypto.randomUUID(),
      aggregateVersion: envelope.aggregateVersion + 2,
      data: wrong,
    });
    await until(
      async () => (await system.sql('portal-gateway', 'select 1 from dead_letter')).length === 1,
      15_000,
      'nothing was put aside',
    );
    expect(await shown()).toBe('Stripped');
  });
});

describe("the gateway's database role", () => {
  it('is refused everything outside its schema, and may lay out nothing inside', async () => {
    const client = new Postgres({ connectionString: system.postgresUrl('gateway_app') });
    await client.connect();
    try {
      const attempts = [
        'select * from projects.task',
        'select * from projects.project_portal',
        'select * from leads.lead',
        'select * from identity.person',
        'select * from notifications.mail',
        'insert into projects.task default values',
        'create table gateway.own (id int)',
        'create table public.own (id int)',
        'create schema own',
        'drop table gateway.view',
        'truncate gateway.view',
        'alter table gateway.view disable row level security',
        'set role postgres',
        'set role gateway_migrator',
        "select pg_read_file('/etc/hostname')",
        "copy gateway.view to program 'cat'",
      ];
      for (const attempt of attempts)
        await expect(client.query(attempt)).rejects.toMatchObject({ code: expect.stringMatching(/^42(501|P01)$/) });
    } finally {
      await client.end();
    }
  });

  it('sees no view without naming whose, and one only by its own capability', async () => {
    const client = new Postgres({ connectionString: system.postgresUrl('gateway_app') });
    await client.connect();
    try {
      const seen = async (setting: string, value: string): Promise<number> => {
        await client.query('begin');
        await client.query('select set_config($1, $2, true)', [setting, value]);
        const { rowCount } = await client.query('select 1 from gateway.view');
        await client.query('rollback');
        return rowCount ?? -1;
      };
      const other = await Builder.start(system);
      await other.link();
      expect(await seen('app.person_id', builder.projectId)).toBe(0);
      expect(await seen('app.capability_id', builder.projectId)).toBe(1);
      expect(await seen('app.company_id', builder.companyId)).toBe(1);
      expect(await seen('app.company_id', builder.projectId)).toBe(0);
      expect(await seen('app.system', 'on')).toBeGreaterThan(1);
    } finally {
      await client.end();
    }
  });
});
