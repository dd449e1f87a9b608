/** The named instants at which tests kill a process, to show that nothing is lost or doubled there. */
export type CrashPoint = 'before-commit' | 'after-commit' | 'after-publish' | 'before-ack' | 'after-ack';

let armed: { point: string; detail: string | undefined } | undefined;

/** Reads `CRASH_AT`, e.g. `after-commit` or `after-commit:projects.task.changed.v1`; only when `NODE_ENV` is `test`. */
export const armCrashPoint = (config: { NODE_ENV: string; CRASH_AT: string }): void => {
  const [point, detail] = config.CRASH_AT.split(':');
  armed = config.NODE_ENV === 'test' && point ? { point, detail } : undefined;
};

/** Whether the process is meant to die at this point; `detail` is an event type. */
export const crashesAt = (point: CrashPoint, detail = ''): boolean =>
  armed?.point === point && (armed.detail === undefined || armed.detail === detail);

/** Kills the process as `kill -9` would, when it is meant to die here. */
export const crashPoint = (point: CrashPoint, detail = ''): void => {
  if (crashesAt(point, detail)) process.kill(process.pid, 'SIGKILL');
};
