import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Call } from './calls';

/** A program of the bench in a process of its own. */
export class Program {
  private calls = 0;
  private readonly waiting = new Map<number, { resolve: (result: unknown) => void; reject: (fault: Error) => void }>();

  private constructor(private readonly child: ChildProcess) {
    child.on('message', ({ id, result, fault }: Answer) => {
      const call = this.waiting.get(id);
      this.waiting.delete(id);
      if (fault === undefined) call?.resolve(result);
      else call?.reject(new Error(fault));
    });
    child.on('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`a program of the bench ended with ${code}`));
    });
  }

  /** Resolves when it takes calls. */
  static async start(file: string, env: Readonly<Record<string, string>> = {}): Promise<Program> {
    const child = fork(file, [], { env: { ...process.env, ...env }, execArgv: ['--no-warnings'] });
    const program = new Program(child);
    await program.answer(0);
    return program;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  call<Result = void>(name: string, given?: unknown): Promise<Result> {
    const id = ++this.calls;
    this.child.send({ id, name, given } satisfies Call);
    return this.answer(id) as Promise<Result>;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await ended;
  }

  private answer(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }
}

/** The programs of the bench, by what they are. */
export const program = (
  root: string,
  file:
    | 'crowd/crowd'
    | 'peers/plain-ws'
    | 'peers/nest-ws'
    | 'peers/nest-socket-io'
    | 'peers/bare-writer'
    | 'peers/bare-gateway'
    | 'crowd/watchers'
    | 'crowd/flaky',
  env: Readonly<Record<string, string>> = {},
): Promise<Program> => Program.start(join(root, 'tools/bench', `${file}.ts`), env);
