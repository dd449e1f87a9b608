import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messagingTableNames } from '@porchlight/messaging';
import { startSystem, until, type System } from '@porchlight/testing';
import { columns } from './columns';
import { findSecrets } from './decode';
import { join, live, submitAndReject, type Life } from './life';
import { newSecrets } from './secrets';
import { facts, gatewayLog, gatewayRows, mailsTo, type Surface } from './surfaces';
import { Viewer } from './viewer';

const homeowner = 'anna@home.example';

describe('what a homeowner may see (P1)', () => {
  const secrets = newSecrets();
  let system: System;
  let life: Life;
  let viewers: Viewer[];

  const everythingSeen = async (): Promise<Surface[]> => [
    ...viewers.flatMap(({ seen }) => seen),
    ...(await gatewayRows(system)),
    ...(await facts(system)),
    ...gatewayLog(system),
    ...mailsTo(system, homeowner),
  ];

  /** A public change, waited for at every viewer, so that whatever was to come before it has come. */
  const reachMilestone = async (day: string): Promise<void> => {
    const { owner, projectId, milestone } = life;
    const path = `/api/projects/${projectId}/milestones/${milestone.id}`;
    const reply = await owner.patch(path, { reachedOn: day }, { ifMatch: milestone.version });
    milestone.version = reply.body.version;
    await until(() => viewers.every(({ frames }) => frames.at(-1)?.includes(day)), 10_000);
  };

  beforeAll(async () => {
    system = await startSystem();
    life = await live(system, secrets);
    const { projectId, owner, shareUrl } = life;
    const sub = await join(system, life, {
      email: `${secrets.subEmail}@trade.example`,
      name: secrets.subName,
      role: 'subcontractor',
    });
    await join(system, life, {
      email: `${secrets.neighbourEmail}@home.example`,
      name: secrets.neighbourName,
      role: 'customer',
      message: secrets.neighbourMessage,
    });
    const customer = await join(system, life, { email: homeowner, name: 'Anna', role: 'customer' });
    viewers = [new Viewer(system, projectId), new Viewer(system, projectId), new Viewer(system, projectId)];
    const [byLink, byInvitation, preview] = viewers as [Viewer, Viewer, Viewer];
    await byLink.open(shareUrl);
    await byInvitation.signIn(customer.accessToken ?? '');
    await preview.signIn(owner.accessToken ?? '');
    for (const viewer of viewers) await viewer.watch();
    await submitAndReject(life, sub, secrets);
    await reachMilestone('2027-01-28');
    for (const viewer of viewers) await viewer.poke();
  });

  afterAll(async () => {
    viewers?.forEach((viewer) => viewer.close());
    await system?.stop();
  });

  it('holds no private word or figure, in no body, frame, header, error, row, fact, log or mail', async () => {
    const seen = await everythingSeen();
    expect(seen.length).toBeGreaterThan(60);
    expect(findSecrets(secrets, seen)).toEqual([]);
    // Not even their own address, but in the mail to it.
    expect(
      findSecrets(
        { homeowner },
        seen.filter(({ where }) => !where.startsWith('mail')),
      ),
    ).toEqual([]);
  });

  it('has every secret planted: each is found where the builder works', async () => {
    const { owner, projectId } = life;
    const base = `/api/projects/${projectId}`;
    const builderSide: Surface[] = [];
    const look = async (path: string): Promise<void> => {
      builderSide.push({ where: path, text: JSON.stringify((await owner.get(path)).body) });
    };
    for (const path of ['', '/tasks', '/notes', '/files', '/activity?limit=500', '/budget']) await look(base + path);
    for (const path of [
      '/api/leads',
      '/api/leads/capture-form',
      '/api/identity/me',
      `/api/identity/projects/${projectId}/members`,
    ])
      await look(path);
    await look(`/api/identity/invitations?projectId=${projectId}`);
    for (const { id } of (await owner.get('/api/leads')).body.items) await look(`/api/leads/${id}/activity`);
    builderSide.push(...mailsTo(system, secrets.neighbourEmail));
    // What the camera wrote is kept nowhere: it stood in the photo that was uploaded.
    builderSide.push({ where: 'the photo', text: life.photo.toString('latin1') });
    // Addresses that somebody asked about are shown to nobody; they stand in identity's tables alone.
    for (const table of ['email_confirmation', 'password_reset'])
      builderSide.push({ where: table, text: JSON.stringify(await system.sql('identity', `select * from ${table}`)) });
    const found = new Set(findSecrets(secrets, builderSide).map(({ secret }) => secret));
    // Nobody is shown a password.
    const unseen = Object.keys(secrets).filter((name) => !found.has(name));
    expect(unseen).toEqual(['ownerPassword']);
  });

  it('would find a leak: a secret written into an update for the customer is found everywhere it went', async () => {
    const { owner, projectId } = life;
    const planted = newSecrets().note;
    await owner.post(`/api/projects/${projectId}/updates`, { text: `About the ${planted} we spoke of` });
    await until(() => viewers.every(({ frames }) => frames.at(-1)?.includes(planted)), 10_000);
    const places = new Set(findSecrets({ planted }, await everythingSeen()).map(({ where }) => where));
    expect([...places]).toEqual(expect.arrayContaining(['frame', 'gateway.view', 'facts of projects']));
  });

  it('keeps the list of columns whole: each is hidden, shown or plain, and none is forgotten', async () => {
    for (const service of ['identity', 'projects', 'leads', 'notifications'] as const) {
      const rows = await system.sql<{ table: string; column: string }>(
        service,
        `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = $1`,
        [service],
      );
      const own = rows
        .filter(({ table }) => !messagingTableNames.has(table))
        .map(({ table, column }) => `${table}.${column}`);
      const listed = Object.entries(columns[service] ?? {}).flatMap(([table, sorted]) =>
        Object.values(sorted).flatMap((names) => names.split(' ').map((name) => `${table}.${name}`)),
      );
      expect({ service, columns: own.sort() }).toEqual({ service, columns: listed.sort() });
    }
  });
});
