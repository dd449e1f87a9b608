import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectChangedV1 } from '@porchlight/contracts';
import { startSystem, storedMessages, until, type Client, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Operator } from './test-app/operator';

describe('messages', () => {
  let system: System;
  let operator: Operator;
  let owner: Client;
  let projectId: string;

  beforeAll(async () => {
    system = await startSystem({ services: ['identity', 'projects', 'leads'] });
    operator = await Operator.of(system);
    owner = system.client();
    await owner.register();
    projectId = (await owner.post('/api/projects', { name: 'Maple Street kitchen' })).body.id;
    await until(async () => (await appliedVersion()) > 0, 20_000, 'leads did not hear of the project');
  });
  afterAll(async () => {
    await system.stop();
    await operator.leave();
  });

  const { type } = projectChangedV1;
  const appliedVersion = async (): Promise<number> => {
    const [row] = await system.sql<{ version: string }>(
      'leads',
      'select version from applied_state where type = $1 and aggregate_id = $2',
      [type, projectId],
    );
    return Number(row?.version ?? 0);
  };
  /** What projects said last of the project, said once more under another id. */
  const said = async (changes: object): Promise<{ id: string; body: string }> => {
    const [row] = await system.sql<{ envelope: string }>(
      'projects',
      'select envelope from latest_state where type = $1 and aggregate_id = $2',
      [type, projectId],
    );
    const id = randomUUID();
    const body = JSON.stringify({ ...JSON.parse(row?.envelope ?? '{}'), id, ...changes });
    await system.sql(
      'projects',
      'insert into outbox (id, type, aggregate_id, envelope, occurred_at, published_at) values ($1, $2, $3, $4, now(), now())',
      [id, type, projectId, body],
    );
    return { id, body };
  };
  const putAside = (key: string, eventId: string | null, body: string) =>
    system.sql(
      'leads',
      `insert into dead_letter (message_key, event_id, subject, body, reason, deliveries) values ($1, $2, $3, $4, 'a fault', 15)`,
      [key, eventId, type, body],
    );
  const letters = async (): Promise<string[]> =>
    (await system.sql<{ key: string }>('leads', 'select message_key as key from dead_letter')).map(({ key }) => key);

  it('that were sent go out again, and wait nowhere', async () => {
    await system.stopNats({ wipe: true });
    await system.startNats();
    const asked = await operator.does('outbox', 'replay', 'projects', '--type', type, '--aggregate', projectId);
    expect(asked).toMatch(/1 go out again\n.*all of them are sent/);
    expect(await operator.does('outbox', 'list')).toContain('projects: nothing waits');
    expect((await storedMessages(system)).some(({ text }) => text.startsWith(`${type}\n`))).toBe(true);
  });

  it('are not all sent again by a slip', async () => {
    const slip = await operator.admin('outbox', 'replay', 'projects');
    expect(slip).toMatchObject({ code: 2, err: expect.stringContaining('what of it?') });
    expect((await operator.admin('outbox', 'replay', 'projects', '--since', 'yesterday')).code).toBe(2);
    expect((await operator.admin('outbox', 'replay', 'gardens', '--type', type)).code).toBe(2);
  });

  it('that were put aside are listed, applied once they can be, and then no dead letters', async () => {
    const aggregateVersion = (await appliedVersion()) + 5;
    const { id, body } = await said({ aggregateVersion });
    await putAside(id, id, body);
    const listed = await operator.does('dead-letters', 'list');
    expect(listed).toContain(`leads ${id} ${type}`);
    expect(listed).not.toContain('Maple Street');
    expect(await operator.does('dead-letters', 'replay', 'leads', id)).toContain(': applied');
    expect(await appliedVersion()).toBe(aggregateVersion);
    expect(await letters()).toEqual([]);
  });

  it('that still cannot be applied stay, and are deleted only on a clear word', async () => {
    const { id, body } = await said({ aggregateVersion: (await appliedVersion()) + 1, data: {} });
    await putAside(id, id, body);
    await putAside('garbage', null, 'no message');
    const replayed = await operator.admin('dead-letters', 'replay', 'leads', '--all');
    expect(replayed).toMatchObject({ code: 1, err: 'dead-letters replay: 2 stay dead letters\n' });
    expect(replayed.out).toMatch(/put aside again: its data is not that of/);
    expect(replayed.out).toMatch(/garbage .*drop it/);
    expect((await operator.admin('dead-letters', 'drop', 'leads', 'garbage')).err).toContain('say --yes');
    expect((await operator.admin('dead-letters', 'drop', 'leads', 'nothing', '--yes')).code).toBe(1);
    expect((await letters()).sort()).toEqual([id, 'garbage'].sort());
    await operator.does('dead-letters', 'drop', 'leads', '--all', '--yes');
    expect(await letters()).toEqual([]);
  });
});
