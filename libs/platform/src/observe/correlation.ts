import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();
const wellFormed = /^[\w-]{8,64}$/;

/** The id that joins a request, its events and their effects in logs; a new one outside of any. */
export const correlationId = (): string => storage.getStore() ?? randomUUID();

/** Runs `work` under a correlation id: the one given when it is well formed, else a new one. */
export const correlated = <T>(given: unknown, work: (id: string) => T): T => {
  const id = typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
  return storage.run(id, () => work(id));
};
