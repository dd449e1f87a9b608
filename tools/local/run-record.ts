import { PlainError } from '@porchlight/installation';
import { until } from '@porchlight/testing';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const processSchema = z.object({ name: z.string(), pid: z.number(), born: z.string() });
const recordSchema = z.array(processSchema);
type Recorded = z.infer<typeof processSchema>;

/** What tells a process from a later one with the same number: when it was started, in ticks since boot. */
const bornAt = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; fields are counted from behind it (proc(5): state is 3, starttime 22).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return existsSync('/proc/self/stat') ? undefined : bornWithoutProc(pid);
  }
};

/** Where there is no /proc, being there has to do. */
const bornWithoutProc = (pid: number): string | undefined => {
  try {
    process.kill(pid, 0);
    return 'unknown';
  } catch {
    return undefined;
  }
};

const lives = ({ pid, born }: Recorded): boolean => bornAt(pid) === born;

/** The file that says which processes run on a data folder: a second start finds the first, or what it left behind. */
export class RunRecord {
  private readonly processes = new Map<string, Recorded>();

  private constructor(private readonly file: string) {}

  /** Claims the folder for this process, having stopped what a dead run left. Throws a PlainError when one is alive. */
  static async claim(folder: string): Promise<RunRecord> {
    const file = join(folder, 'run.json');
    const [launcher, ...left] = readRecord(file);
    if (launcher && launcher.pid !== process.pid && lives(launcher))
      throw new PlainError(
        `Porchlight is already running on this data (process ${launcher.pid}): stop it first, or name another folder with PORCHLIGHT_DATA.`,
      );
    await stopAll(left.filter(lives));
    const record = new RunRecord(file);
    record.add('launcher', process.pid);
    return record;
  }

  add(name: string, pid: number): void {
    const born = bornAt(pid);
    if (born !== undefined) this.processes.set(name, { name, pid, born });
    writeFileSync(this.file, JSON.stringify([...this.processes.values()]), { mode: 0o600 });
  }

  release(): void {
    rmSync(this.file, { force: true });
  }
}

const readRecord = (file: string): Recorded[] => {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
};

const stopAll = async (left: readonly Recorded[]): Promise<void> => {
  if (left.length === 0) return;
  console.log(`Stopping what an earlier run left behind: ${left.map(({ name }) => name).join(', ')}.`);
  for (const { pid, name } of left) signal(pid, name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM');
  await until(() => !left.some(lives), 4000).catch(() =>
    left.filter(lives).forEach(({ pid }) => signal(pid, 'SIGKILL')),
  );
  await until(() => !left.some(lives), 4000, 'what an earlier run left behind cannot be stopped');
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
};
