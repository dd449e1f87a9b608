import { AsyncLocalStorage } from 'node:async_hooks';

const cause = new AsyncLocalStorage<string>();

/** The id of the message being applied, or null outside of any. */
export const causationId = (): string | null => cause.getStore() ?? null;

/** Runs `work` as an effect of the message with this id. */
export const causedBy = <T>(id: string, work: () => T): T => cause.run(id, work);
