import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Programs of the workspace first, its own Node among them. */
export const environment = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  ...extra,
});

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One part of the check: a command, and how many tests it ran if it ran any. */
export interface Stage {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: () => Promise<NodeJS.ProcessEnv> | NodeJS.ProcessEnv;
  readonly count?: () => Promise<Count>;
}

const run = (command: readonly [string, ...string[]], env: NodeJS.ProcessEnv, quiet: boolean): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => said.push(piece));
    child
      .once('error', reject)
      .once('close', (code, signal) =>
        resolve({ code: code ?? (signal ? 1 : 0), said: Buffer.concat(said).toString() }),
      );
  });

interface Outcome {
  readonly code: number;
  readonly said: string;
}

interface Sum extends Count {
  readonly ok: boolean;
}

const nothing: Sum = { passed: 0, failed: 0, ok: true };

const add = (a: Sum, b: Sum): Sum => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, ok: a.ok && b.ok });

/** `quiet`: what the stage prints is kept until it has ended. */
const runStage = async (stage: Stage, quiet: boolean): Promise<Sum> => {
  if (!quiet) console.log(`\n== ${stage.name}`);
  const started = Date.now();
  const { code, said } = await run(stage.command, environment(await stage.env?.()), quiet);
  const { passed, failed } = (await stage.count?.().catch(() => nothing)) ?? nothing;
  if (quiet) process.stdout.write(`\n== ${stage.name}\n${said}`);
  console.log(`== ${stage.name}: ${code === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), ok: code === 0 };
};

const inTurn = async (stages: readonly Stage[]): Promise<Sum> => {
  let sum = nothing;
  for (const stage of stages) {
    sum = add(sum, await runStage(stage, true));
    if (!sum.ok) break;
  }
  return sum;
};

/** Stages that may run beside others: each lane in turn, the lanes at once. */
export type Lanes = readonly (readonly Stage[])[];

/** Runs stages one after the other, and lanes side by side, stops at what fails first, and gives the sum of their tests. */
export const runStages = async (stages: readonly (Stage | Lanes)[]): Promise<Sum> => {
  let sum = nothing;
  for (const stage of stages) {
    if ('name' in stage) sum = add(sum, await runStage(stage, false));
    else sum = (await Promise.all(stage.map(inTurn))).reduce(add, sum);
    if (!sum.ok) break;
  }
  return { ...sum, ok: sum.ok && sum.failed === 0 };
};
