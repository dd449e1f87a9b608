import { spawn, type ChildProcess } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  readonly timeoutMs?: number;
}

export interface RunResult {
  /** Exit code, or null when it was ended by a signal or could not be started. */
  readonly code: number | null;
  readonly out: string;
  /** Standard error, or why it could not be started. */
  readonly err: string;
}

const running = new Set<ChildProcess>();

/** Runs a command to its end and gives what it said. Never throws: a command that cannot start has code null. */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> =>
  new Promise((resolve) => {
    const { timeoutMs, ...rest } = options;
    // A group of its own, so that what it started in turn can be stopped with it.
    const child = spawn(command, args, {
      ...rest,
      timeout: timeoutMs,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const settle = (result: RunResult): void => {
      running.delete(child);
      resolve(result);
    };
    child.once('error', (error) => settle({ code: null, out, err: error.message }));
    child.once('close', (code) => settle({ code, out, err }));
  });

/** Stops every command that `run` started and that has not ended yet, with all that it started. */
export const stopRuns = async (): Promise<void> => {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  const signalAll = (signal: NodeJS.Signals): void => {
    for (const { pid } of running) if (pid) signalGroup(pid, signal);
  };
  signalAll('SIGTERM');
  const timer = setTimeout(() => signalAll('SIGKILL'), 2000);
  await Promise.all(ends);
  clearTimeout(timer);
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
};
