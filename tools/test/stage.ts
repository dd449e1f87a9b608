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

const run = (command: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    const [program, ...args] = command;
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

const nothing: Count = { passed: 0, failed: 0 };

/** Runs stages one after the other, stops at the first that fails, and gives the sum of their tests. */
export const runStages = async (stages: readonly Stage[]): Promise<Count & { ok: boolean }> => {
  let sum = nothing;
  for (const stage of stages) {
    console.log(`\n== ${stage.name}`);
    const started = Date.now();
    const code = await run(stage.command, environment(await stage.env?.()));
    const counted = (await stage.count?.().catch(() => nothing)) ?? nothing;
    sum = { passed: sum.passed + counted.passed, failed: sum.failed + counted.failed };
    console.log(`== ${stage.name}: ${code === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
    if (code !== 0) return { ...sum, failed: Math.max(1, sum.failed), ok: false };
  }
  return { ...sum, ok: sum.failed === 0 };
};
