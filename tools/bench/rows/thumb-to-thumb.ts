import { startNats, startSystem, until, type System } from '@porchlight/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../cost';
import type { Arrival } from '../crowd/watchers';
import { compare, quantile, type Comparison } from '../figures';
import { House, owner } from '../house';
import type { Options } from '../options';
import { program, type Program } from '../programs';

const projects = 50;
const rates = [20, 200];

/** A way from an edit to a screen. */
interface Pipeline {
  readonly watchers: Program;
  /** Edits a project; gives the number of the edit once it was accepted. */
  readonly edit: (project: number) => Promise<unknown>;
  /** Of each rate, round by round, in ms. */
  readonly p50: number[][];
  readonly p99: number[][];
}

/** Rows 4 and 5: from sending an edit to the frame at the viewer. */
export const thumbToThumb = async ({ root, full, rounds }: Options): Promise<Comparison[]> => {
  const seconds = full ? 10 : 1.5;
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-bench-'));
  const system = await startSystem();
  const nats = await startNats({ folder, cache: join(root, '.porchlight/programs'), authorization: '' });
  const programs: Program[] = [];
  try {
    const ours = await ourPipeline(root, system, programs);
    const bare = await barePipeline(root, system, nats.url, 'bare', programs);
    const polled = await barePipeline(root, system, nats.url, 'polled', programs, { BENCH_POLL: '50' });
    for (let round = -1; round < rounds; round++)
      for (const [index, rate] of rates.entries())
        for (const pipeline of [ours, bare, polled]) {
          const took = await drive(pipeline, rate, seconds);
          if (round < 0) continue;
          (pipeline.p50[index] ??= []).push(quantile(took, 0.5));
          (pipeline.p99[index] ??= []).push(quantile(took, 0.99));
        }
    return rates.flatMap((rate, index) => [
      compare(
        '4',
        `edit to frame at ${rate}/s, p50 in ms, against a bare pipeline`,
        { atMost: 1.5 },
        ours.p50[index] ?? [],
        bare.p50[index] ?? [],
      ),
      compare('4', `the same, p99`, { atMost: 2 }, ours.p99[index] ?? [], bare.p99[index] ?? []),
      compare(
        '5',
        `the same, p50, against an outbox polled every 50 ms`,
        { atMost: 0.3 },
        ours.p50[index] ?? [],
        polled.p50[index] ?? [],
      ),
    ]);
  } finally {
    for (const one of programs) await one.stop();
    await nats.stop();
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Edits at a rate over all projects, one at a time in each; gives how long each took to show. */
const drive = async ({ watchers, edit }: Pipeline, rate: number, seconds: number): Promise<number[]> => {
  await watchers.call('arrivals');
  const sent: { project: number; edit: number; at: number }[] = [];
  const lanes = Array.from({ length: projects }, () => Promise.resolve());
  const start = now();
  for (let count = 0; count < rate * seconds; count++) {
    await pause(Math.max(0, start + (count * 1_000) / rate - now()));
    const project = count % projects;
    lanes[project] = (lanes[project] ?? Promise.resolve()).then(async () => {
      const at = now();
      sent.push({ project, edit: Number(await edit(project)), at });
    });
  }
  await Promise.all(lanes);
  const arrivals: Arrival[] = [];
  const shownBy = (project: number, edit: number): Arrival | undefined =>
    arrivals.find(([of, number]) => of === project && number >= edit);
  await until(
    async () => {
      arrivals.push(...(await watchers.call<Arrival[]>('arrivals')));
      return sent.every(({ project, edit }) => shownBy(project, edit));
    },
    30_000,
    'an edit did not show',
  );
  // A later edit may have overtaken one into the same view.
  return sent.map(({ project, edit, at }) => (shownBy(project, edit)?.[2] ?? Infinity) - at);
};

const ourPipeline = async (root: string, system: System, programs: Program[]): Promise<Pipeline> => {
  const builder = await owner(system);
  const houses: House[] = [];
  for (let count = 0; count < projects; count++) houses.push(await House.build(system, builder));
  const port = Number(new URL(system.url('portal-gateway')).port);
  const watchers = await program(root, 'crowd/watchers');
  programs.push(watchers);
  const wishes = [];
  for (const house of houses) wishes.push({ port, ...(await house.seat(builder)), deflate: true, socketIo: false });
  await watchers.call('open', wishes);
  return { watchers, edit: async (project) => houses[project]?.edit(), p50: [], p99: [] };
};

const barePipeline = async (
  root: string,
  system: System,
  natsUrl: string,
  subject: string,
  programs: Program[],
  extra: Readonly<Record<string, string>> = {},
): Promise<Pipeline> => {
  const env = { BENCH_POSTGRES: system.postgresUrl(), BENCH_NATS: natsUrl, BENCH_SUBJECT: subject, ...extra };
  const writer = await program(root, 'peers/bare-writer', env);
  const gateway = await program(root, 'peers/bare-gateway', env);
  const watchers = await program(root, 'crowd/watchers');
  programs.push(watchers, gateway, writer);
  const projectIds = Array.from({ length: projects }, (_, index) => `p${index}`);
  await writer.call('create', { projectIds, view: { name: 'Edit 0', text: 'x'.repeat(2_000) } });
  const port = await gateway.call<number>('port');
  await watchers.call(
    'open',
    projectIds.map((id) => ({ port, path: `/${id}`, headers: {}, deflate: false, socketIo: false })),
  );
  const url = `http://127.0.0.1:${await writer.call<number>('port')}`;
  const edits = projectIds.map(() => 0);
  const edit = async (project: number): Promise<number> => {
    const number = (edits[project] ?? 0) + 1;
    edits[project] = number;
    const answer = await fetch(`${url}/p${project}`, {
      method: 'PATCH',
      body: JSON.stringify({ name: `Edit ${number}` }),
    });
    await answer.json();
    return number;
  };
  return { watchers, edit, p50: [], p99: [] };
};
