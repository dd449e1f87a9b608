import { startSystem, until, type System } from '@porchlight/testing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { residentOf } from '../cost';
import { compare, type Comparison } from '../figures';
import { House, owner, type Seat } from '../house';
import type { Options } from '../options';
import { program, type Program } from '../programs';

/** In KB for each viewer. */
interface Weights {
  readonly held: number[];
  readonly resident: number[];
}
interface Target {
  readonly weights: Weights;
  /** A process without viewers, and how to get in. */
  readonly start: () => Promise<{ pid: number; seat: Seat & { port: number }; stop: () => Promise<void> }>;
}

/** Row 3: memory of the server for each viewer who only looks. */
export const memory = async ({ root, full, rounds }: Options): Promise<Comparison[]> => {
  const viewers = full ? 10_000 : 1_500;
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
  const weightFile = join(folder, 'weight');
  const env = {
    NODE_OPTIONS: `--no-warnings --import=${join(root, 'tools/bench/peers/weigh.mjs')}`,
    BENCH_WEIGHT: weightFile,
  };
  const system = await startSystem({
    env: { 'portal-gateway': { ...env, LIVE_PER_ADDRESS: '50000', LIVE_PER_PROJECT: '50000' } },
  });
  try {
    const targets = [
      await ours(system),
      theirs(root, 'peers/plain-ws', '/', env),
      theirs(root, 'peers/nest-ws', '/live', env),
    ];
    for (let round = 0; round < Math.ceil(rounds / 2); round++)
      for (const target of targets) await weigh(root, target, viewers, weightFile);
    const [gateway, ws, nest] = targets.map(({ weights }) => weights) as [Weights, Weights, Weights];
    const what = `KB for each of ${viewers} idle viewers`;
    return [
      compare('3', `${what}, heap and buffers, against plain ws`, { atMost: 1.15 }, gateway.held, ws.held),
      compare('3', `${what}, resident, against plain ws`, { atMost: 1.15 }, gateway.resident, ws.resident),
      compare('3', `${what}, heap and buffers, against Nest's WsAdapter`, { atMost: 0.5 }, gateway.held, nest.held),
      compare('3', `${what}, resident, against Nest's WsAdapter`, { atMost: 0.5 }, gateway.resident, nest.resident),
    ];
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true });
  }
};

const weigh = async (root: string, target: Target, viewers: number, file: string): Promise<void> => {
  const { pid, seat, stop } = await target.start();
  const crowd = await program(root, 'crowd/crowd');
  try {
    const open = (count: number): Promise<void> =>
      crowd.call('open', { count, wishes: { ...seat, deflate: true, socketIo: false } });
    // People come and go first: what a process loads, compiles and sets aside for that is not held by who stays.
    for (let visits = 0; visits < viewers; visits += 50) {
      await open(50);
      await crowd.call('end');
    }
    await pause(500);
    const before = await weightOf(pid, file);
    await open(viewers);
    await pause(500);
    const after = await weightOf(pid, file);
    target.weights.held.push((after.held - before.held) / viewers / 1024);
    target.weights.resident.push((after.resident - before.resident) / viewers / 1024);
  } finally {
    await crowd.stop();
    await stop();
  }
};

/** After its garbage was collected. */
const weightOf = async (pid: number, file: string): Promise<{ held: number; resident: number }> => {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const read = (): { heapUsed: number; external: number } | undefined => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return undefined;
    }
  };
  const { heapUsed, external } = await until(read, 10_000, 'a process did not say what it holds');
  return { held: heapUsed + external, resident: residentOf(pid) };
};

const ours = async (system: System): Promise<Target> => {
  const builder = await owner(system);
  const house = await House.build(system, builder);
  const seat = await house.seat(builder);
  const gateway = system.process('portal-gateway');
  const port = Number(new URL(gateway.url).port);
  const start = async () => {
    await gateway.stop();
    await gateway.start();
    return { pid: gateway.pid, seat: { ...seat, port }, stop: async () => undefined };
  };
  return { weights: { held: [], resident: [] }, start };
};

const theirs = (
  root: string,
  file: 'peers/plain-ws' | 'peers/nest-ws',
  path: string,
  env: Record<string, string>,
): Target => {
  const start = async () => {
    const peer: Program = await program(root, file, env);
    const port = await peer.call<number>('port');
    return { pid: peer.pid, seat: { path, headers: {}, port }, stop: () => peer.stop() };
  };
  return { weights: { held: [], resident: [] }, start };
};
