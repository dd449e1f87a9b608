import { startSystem, type System } from '@porchlight/testing';

import { cpuOf } from '../cost';
import { compare, type Comparison } from '../figures';
import { House, owner } from '../house';
import type { Options } from '../options';
import { program, type Program } from '../programs';

/** Somewhere that publishes to a crowd, and the process that is paid for it. */
interface Target {
  readonly crowd: Program;
  readonly viewers: number;
  readonly pid: () => number;
  readonly publish: () => Promise<unknown>;
  /** Deliveries for each second of processor time, round by round. */
  readonly rates: number[];
  /** Processor time of one publication, in ms. */
  readonly costs: number[];
  readonly bytes: number[];
}

/** Rows 1, 2 and 9: one publisher, a thousand viewers, 2 KB. */
export const fanOut = async ({ root, full, rounds }: Options): Promise<Comparison[]> => {
  const viewers = 1_000;
  const publications = full ? 200 : 20;
  const system = await startSystem({
    env: { 'portal-gateway': { LIVE_PER_ADDRESS: '50000', LIVE_PER_PROJECT: '50000' } },
  });
  const peers = await Promise.all([program(root, 'peers/plain-ws'), program(root, 'peers/nest-socket-io')]);
  const targets: Target[] = [];
  try {
    const view = await aView(system);
    for (const deflate of [false, true]) targets.push(await ourTarget(root, system, deflate, viewers));
    for (const [index, peer] of peers.entries()) targets.push(await peerTarget(root, peer, index === 1, viewers, view));
    // What an edit costs on its way to a single screen: the rest is the fan-out itself.
    const single = await ourTarget(root, system, false, 1);
    targets.push(single);
    for (let round = -1; round < rounds; round++)
      for (const target of targets) await measure(target, publications, round >= 0);
    const [plain, deflated, ws, socketIo] = targets as [Target, Target, Target, Target];
    const alone = plain.costs.map((cost, round) => ((viewers - 1) * 1_000) / (cost - (single.costs[round] ?? 0)));
    return [
      compare('1', 'fan-out per CPU second, against plain ws', { atLeast: 0.9 }, plain.rates, ws.rates),
      compare('1', 'the same, compressed', { atLeast: 0.9 }, deflated.rates, ws.rates),
      compare('1', 'without the way from the bus through the database', { atLeast: 0.9 }, alone, ws.rates),
      compare('2', 'fan-out per CPU second, against Nest on socket.io', { atLeast: 2.5 }, plain.rates, socketIo.rates),
      compare('9', 'bytes of an update on the wire, compressed', { atMost: 0.4 }, deflated.bytes, plain.bytes),
      compare('9', 'at the rate of', { atLeast: 0.9 }, deflated.rates, plain.rates),
    ];
  } finally {
    await Promise.all([...targets.map(({ crowd }) => crowd.stop()), ...peers.map((peer) => peer.stop())]);
    await system.stop();
  }
};

const measure = async (target: Target, publications: number, counts: boolean): Promise<void> => {
  const { crowd, viewers, pid, publish, rates, costs, bytes } = target;
  await crowd.call('forget');
  const before = cpuOf(pid());
  for (let done = 1; done <= publications; done++) {
    await publish();
    await crowd.call('heard', { messages: done });
  }
  const spent = cpuOf(pid()) - before;
  if (!counts) return;
  costs.push(spent / publications);
  rates.push((viewers * publications * 1_000) / spent);
  bytes.push((await crowd.call<{ bytes: number }>('counts')).bytes / viewers / publications);
};

const ourTarget = async (root: string, system: System, deflate: boolean, count: number): Promise<Target> => {
  const builder = await owner(system);
  const house = await House.build(system, builder);
  const seat = await house.seat(builder);
  const crowd = await program(root, 'crowd/crowd');
  const port = Number(new URL(system.url('portal-gateway')).port);
  await crowd.call('open', { count, wishes: { port, ...seat, deflate, socketIo: false } });
  // The first view, as everybody is shown it on coming in.
  await crowd.call('heard', { messages: 1 });
  const pid = (): number => system.process('portal-gateway').pid;
  return { crowd, viewers: count, pid, publish: () => house.edit(), rates: [], costs: [], bytes: [] };
};

const peerTarget = async (
  root: string,
  peer: Program,
  socketIo: boolean,
  count: number,
  view: unknown,
): Promise<Target> => {
  const crowd = await program(root, 'crowd/crowd');
  const port = await peer.call<number>('port');
  const path = socketIo ? '/socket.io/?EIO=4&transport=websocket' : '/';
  await crowd.call('open', { count, wishes: { port, path, headers: {}, deflate: false, socketIo } });
  return {
    crowd,
    viewers: count,
    pid: () => peer.pid,
    publish: () => peer.call('publish', view),
    rates: [],
    costs: [],
    bytes: [],
  };
};

/** What a portal really shows, for the peers to send. */
const aView = async (system: System): Promise<unknown> => {
  const builder = await owner(system);
  const house = await House.build(system, builder);
  const { path, headers } = await house.seat(builder);
  const answer = await fetch(new URL(path.replace('/live', ''), system.url('portal-gateway')), { headers });
  const view = (await answer.json()) as { version: number };
  return { type: 'view', version: view.version, view };
};
