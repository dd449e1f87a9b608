import type { Running } from './running';

/** Stops everything on Ctrl-C, SIGTERM or a closed terminal, or when whoever started us is gone without a word. */
export const stopWhenTold = (running: Running): void => {
  const stop = (): void => {
    if (running.stopping) return;
    running.say('\nStopping…');
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // npm’s shell dies by a signal without passing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), 100).unref();
};
