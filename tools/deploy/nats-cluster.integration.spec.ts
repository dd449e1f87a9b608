import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { projectChangedV1, streams } from '@porchlight/contracts';
import { busPasswordName, busUsers } from '@porchlight/installation';
import { emptyBus } from '@porchlight/messaging';
import { Child, findProgram, freePort, natsProgram, run, until } from '@porchlight/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentRun } from '../../libs/testing/src/run/run-file';

const component = 'k8s/components/nats-cluster';
const passwordOf = (user: string): string => `p${user}`;

interface Server {
  readonly name: string;
  readonly port: number;
  readonly peers: number;
  readonly health: number;
}

describe('the three NATS of a cluster', () => {
  const { root, cache } = currentRun();
  const children = new Map<string, Child>();
  let servers: Server[] = [];
  let folder = '';
  let operator: NatsConnection;
  let manager: JetStreamManager;

  /** The configuration of the manifests, word for word but for where this machine has room. */
  const configure = async ({ name, port, peers, health }: Server): Promise<string> => {
    const file = join(folder, `${name}.conf`);
    const text = await readFile(join(root, component, 'nats.conf'), 'utf8');
    const places: readonly [string, string][] = [
      ['port: 4222', `host: 127.0.0.1\nport: ${port}`],
      ['http: 8222', `http: "127.0.0.1:${health}"`],
      ['0.0.0.0:6222', `127.0.0.1:${peers}`],
      ['/data', join(folder, name)],
      ['/tmp/nats.pid', join(folder, `${name}.pid`)],
    ];
    for (const [there] of places) if (!text.includes(there)) throw new Error(`nats.conf has no ${there}`);
    await writeFile(
      file,
      places.reduce((changed, [there, here]) => changed.replace(there, here), text),
    );
    return file;
  };

  const health = async ({ health: port }: Server, question: string): Promise<number | undefined> =>
    (await fetch(`http://127.0.0.1:${port}/healthz${question}`).catch(() => undefined))?.status;

  const connected = (user: string): Promise<NatsConnection> =>
    connect({
      servers: servers.map(({ port }) => `127.0.0.1:${port}`),
      user,
      pass: passwordOf(user),
      inboxPrefix: `_INBOX_${user}`,
    });

  const urlOfOperator = (): string => `nats://provision:${passwordOf('provision')}@127.0.0.1:${servers[0]?.port}`;

  const copies = async (): Promise<number[]> => {
    const names = Object.keys(streams);
    const found = await Promise.all(names.map((name) => manager.streams.info(name)));
    return found.map(({ config }) => config.num_replicas);
  };

  const keeping = (url: string, port: number): Child =>
    Child.start({
      command: process.execPath,
      args: ['--no-warnings', 'dist/tools/provision.js', 'bus', 'keep'],
      cwd: root,
      env: { PATH: process.env['PATH'], PROVISION_NATS_URL: url, STREAM_REPLICAS: '3', PORT: `${port}` },
    });
  const probed = async (port: number, path: string): Promise<number | undefined> =>
    (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined))?.status;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'porchlight-nats-cluster-'));
    await writeFile(
      join(folder, 'authorization.conf'),
      await readFile(join(root, component, 'authorization.conf'), 'utf8'),
    );
    const program = await findProgram(natsProgram, cache);
    for (const name of ['nats-0', 'nats-1', 'nats-2'])
      servers.push({ name, port: await freePort(), peers: await freePort(), health: await freePort() });
    const secret = passwordOf('provision');
    const routes = servers.map(({ peers }, at) => [`ROUTE_${at}`, `nats://route:${secret}@127.0.0.1:${peers}`]);
    for (const server of servers)
      children.set(
        server.name,
        Child.start({
          command: program.command,
          args: ['--config', await configure(server)],
          env: {
            PATH: process.env['PATH'],
            ...program.env,
            NATS_NAME: server.name,
            ...Object.fromEntries(routes),
            ...Object.fromEntries(busUsers.map((user) => [busPasswordName(user), passwordOf(user)])),
          },
        }),
      );
    const said = (): string => [...children.values()].map((child) => child.lastWords()).join('\n');
    await until(
      async () => (await Promise.all(servers.map((one) => health(one, '')))).every((status) => status === 200),
      60_000,
      said,
    );
    const provisioned = await run(process.execPath, ['--no-warnings', 'dist/tools/provision.js', 'bus'], {
      cwd: root,
      env: { ...process.env, PROVISION_NATS_URL: urlOfOperator(), STREAM_REPLICAS: '3' },
    });
    if (provisioned.code !== 0) throw new Error(provisioned.err);
    operator = await connected('provision');
    manager = await jetstreamManager(operator, { checkAPI: false });
  });
  afterAll(async () => {
    await operator?.close();
    await Promise.all([...children.values()].map((child) => child.stop()));
    await rm(folder, { recursive: true });
    servers = [];
  });

  it('have each stream on all of them, also after a restore emptied it', async () => {
    expect(await copies()).toEqual(Object.keys(streams).map(() => 3));
    await emptyBus(urlOfOperator());
    expect(await copies()).toEqual(Object.keys(streams).map(() => 3));
  });

  it('answer the probes of the manifests', async () => {
    for (const question of ['', '?js-enabled-only=true', '?js-server-only=true'])
      for (const server of servers) expect([question, await health(server, question)]).toEqual([question, 200]);
  });

  it('get a lost stream back, on all of them, from who keeps the bus and answers its probes', async () => {
    const port = await freePort();
    const keeper = keeping(urlOfOperator(), port);
    try {
      await manager.streams.delete('PORTAL');
      await until(
        () =>
          copies().then(
            (found) => found.every((count) => count === 3),
            () => false,
          ),
        30_000,
        () => `it does not come back: ${keeper.lastWords()}`,
      );
      await until(
        async () => (await probed(port, '/readyz')) === 200,
        10_000,
        () => keeper.lastWords(),
      );
      expect(await probed(port, '/livez')).toBe(200);
    } finally {
      await keeper.stop();
    }
  });

  it('are said to be away by who keeps the bus: alive and not ready', async () => {
    const port = await freePort();
    const keeper = keeping(`nats://provision:x@127.0.0.1:${await freePort()}`, port);
    try {
      await until(
        async () => keeper.lastWords().includes('cannot be provisioned'),
        20_000,
        () => keeper.lastWords(),
      );
      expect([await probed(port, '/livez'), await probed(port, '/readyz')]).toEqual([200, 503]);
    } finally {
      await keeper.stop();
    }
  });

  it('keep what was said, and take more, when the one that leads dies', async () => {
    const projects = await connected('projects');
    const says = async (id: string): Promise<void> => {
      await jetstream(projects, { timeout: 2_000 }).publish(projectChangedV1.type, id, { msgID: id });
    };
    await says('before');
    const leader = (await manager.streams.info('PROJECTS')).cluster?.leader ?? '';
    children.get(leader)?.kill('SIGKILL');
    await until(
      () =>
        says('after').then(
          () => true,
          () => false,
        ),
      30_000,
      'nobody took its place',
    );
    const left = await until(
      () => manager.streams.info('PROJECTS').catch(() => undefined),
      30_000,
      'it does not answer',
    );
    expect(left.cluster?.leader).not.toBe(leader);
    expect(left.state.messages).toBe(2);
    await projects.close();
  });
});
