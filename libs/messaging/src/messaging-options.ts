import type { ServiceName } from '@porchlight/contracts';
import type { PlatformConfig } from '@porchlight/platform';

/** The part of a service's configuration that messaging reads. */
export type MessagingConfig = Pick<
  PlatformConfig,
  'NODE_ENV' | 'DATABASE_URL' | 'DATABASE_SCHEMA' | 'NATS_URL' | 'RECONCILE_EVERY_MS' | 'CRASH_AT'
>;

/** What `MessagingModule.with` was given, for injection. */
export abstract class MessagingOptions {
  abstract readonly service: ServiceName;
  abstract readonly config: MessagingConfig;
}
