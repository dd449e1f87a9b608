import type { z } from 'zod';
import type { ServiceName, StreamName } from '../subjects';

/**
 * One kind of message on the bus.
 * - `state`: the whole current state of an aggregate; the highest `aggregateVersion` wins, so copies, reordering and
 *   losses in between are harmless.
 * - `occurrence`: something that happened once; each is applied exactly once, by its envelope id.
 */
export interface EventDefinition<T = unknown> {
  /** Type and subject: `<service>.<aggregate>.<past tense>.v<n>`. */
  readonly type: string;
  readonly kind: 'state' | 'occurrence';
  readonly producer: ServiceName;
  readonly stream: StreamName;
  /** The services that apply it; a service whose handlers differ from this does not boot. */
  readonly consumers: readonly ServiceName[];
  /** One sentence for the generated catalogue. */
  readonly summary: string;
  readonly schema: z.ZodType<T>;
}

/** The type of `data` in an event's envelope. */
export type DataOf<E> = E extends EventDefinition<infer T> ? T : never;

/** Declares an event; the type of `data` follows from its schema. */
export const defineEvent = <T>(definition: EventDefinition<T>): EventDefinition<T> => Object.freeze(definition);
