import { readdirSync, readFileSync } from 'node:fs';

/** The time that a process has had on a processor, over all its threads, in ms. Linux only. */
export const cpuOf = (pid: number): number => {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It ended meanwhile.
    }
  }
  return nanoseconds / 1e6;
};

/** What a process holds in memory, in bytes. */
export const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) * 1024;

/** Milliseconds on the clock that all processes share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
