import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, until, type System } from '@porchlight/testing';

describe('a service on a schema below its version', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ services: ['notifications'] });
  });
  afterAll(() => system.stop());

  const ready = async (): Promise<{ status: number; body: unknown }> => {
    const reply = await fetch(`${system.url('notifications')}/readyz`);
    return { status: reply.status, body: await reply.json() };
  };

  it('takes no traffic until the migration has run, and lives meanwhile', async () => {
    await system.process('notifications').stop();
    const [last] = await system.sql<{ id: number; name: string; executed_at: Date }>(
      'notifications',
      'delete from migration where id = (select max(id) from migration) returning id, name, executed_at',
    );
    await system.process('notifications').start({}, { ready: false });
    const listens = async () => (await fetch(`${system.url('notifications')}/livez`).catch(() => null))?.status === 200;
    await until(listens, 60_000);
    const only = { status: 503, body: { status: 'unready', missing: ['schema'] } };
    await until(async () => JSON.stringify(await ready()) === JSON.stringify(only), 20_000);

    await system.sql('notifications', 'insert into migration (id, name, executed_at) values ($1, $2, $3)', [
      last?.id,
      last?.name,
      last?.executed_at,
    ]);
    await until(async () => (await ready()).status === 200, 10_000);
  });

  it('takes traffic on the schema of the version after', async () => {
    await system.process('notifications').stop();
    await system.sql('notifications', `insert into migration (name) values ('Later')`);
    await system.startService('notifications');
    expect((await ready()).status).toBe(200);
  });
});
