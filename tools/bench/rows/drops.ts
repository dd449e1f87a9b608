import { startSystem, type System } from '@porchlight/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { now, residentOf } from '../cost';
import { median, spread, type Comparison } from '../figures';
import { House, owner } from '../house';
import type { Options } from '../options';
import { program, type Program } from '../programs';

/** A server that publishes numbered edits to viewers with bad connections. */
interface Target {
  readonly pid: () => number;
  readonly crowd: Program;
  readonly publish: () => Promise<number>;
  /** Of all viewers, those who show the newest in the end, in percent. */
  readonly shares: number[];
  /** By how much the server grew meanwhile, in MB. */
  readonly growths: number[];
}

const viewBytes = 60_000;
const everyMs = 60;

/** Row 10: who shows the newest after drops of 2 s, with a tenth of the readers stalled, and at what memory. */
export const drops = async ({ root, full }: Options): Promise<Comparison[]> => {
  const viewers = full ? 500 : 100;
  const troubleMs = full ? 20_000 : 7_000;
  const system = await startSystem();
  const peers = await Promise.all([program(root, 'peers/plain-ws'), program(root, 'peers/nest-socket-io')]);
  const targets: Target[] = [];
  try {
    targets.push(await ourTarget(root, system, viewers));
    for (const [index, peer] of peers.entries()) targets.push(await peerTarget(root, peer, index === 1, viewers));
    for (let round = 0; round < (full ? 3 : 1); round++)
      for (const target of targets) await trouble(target, viewers, troubleMs);
    const [ours, ws, socketIo] = targets as [Target, Target, Target];
    const theirs = (of: (target: Target) => number[]): string =>
      `plain ws ${spread(of(ws))}, socket.io ${spread(of(socketIo))}`;
    return [
      {
        row: '10',
        what: '% of viewers on the newest after drops, against all',
        goal: { atLeast: 1 },
        ratio: median(ours.shares) / 100,
        ours: spread(ours.shares),
        theirs: theirs(({ shares }) => shares),
      },
      {
        row: '10',
        what: 'MB that the server grew, of 64 and 1 for each stalled reader',
        goal: { atMost: 1 },
        ratio: median(ours.growths) / (64 + viewers / 10),
        ours: spread(ours.growths),
        theirs: theirs(({ growths }) => growths),
      },
    ];
  } finally {
    await Promise.all([...targets.map(({ crowd }) => crowd.stop()), ...peers.map((peer) => peer.stop())]);
    await system.stop();
  }
};

const trouble = async (
  { pid, crowd, publish, shares, growths }: Target,
  viewers: number,
  ms: number,
): Promise<void> => {
  const before = residentOf(pid());
  let most = before;
  await crowd.call('trouble', { ms });
  let edit = 0;
  for (const until = now() + ms; now() < until; await pause(everyMs)) {
    edit = await publish();
    most = Math.max(most, residentOf(pid()));
  }
  shares.push(((await crowd.call<number>('showing', { edit })) / viewers) * 100);
  growths.push((most - before) / 1024 / 1024);
};

const ourTarget = async (root: string, system: System, count: number): Promise<Target> => {
  const builder = await owner(system);
  const house = await House.build(system, builder);
  await house.grow(viewBytes);
  const seat = await house.seat(builder);
  const crowd = await program(root, 'crowd/flaky');
  const gateway = system.process('portal-gateway');
  const port = Number(new URL(gateway.url).port);
  await crowd.call('open', { count, wishes: { port, ...seat, deflate: true, socketIo: false } });
  return { pid: () => gateway.pid, crowd, publish: () => house.edit(), shares: [], growths: [] };
};

const peerTarget = async (root: string, peer: Program, socketIo: boolean, count: number): Promise<Target> => {
  const crowd = await program(root, 'crowd/flaky');
  const port = await peer.call<number>('port');
  const path = socketIo ? '/socket.io/?EIO=4&transport=websocket' : '/';
  await crowd.call('open', { count, wishes: { port, path, headers: {}, deflate: false, socketIo } });
  let edit = 0;
  const publish = async (): Promise<number> => {
    edit += 1;
    await peer.call('publish', { name: `Edit ${edit}`, text: 'x'.repeat(viewBytes) });
    return edit;
  };
  return { pid: () => peer.pid, crowd, publish, shares: [], growths: [] };
};
