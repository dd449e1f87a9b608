import type { MessagingConfig } from '../messaging-options';

/** The channel on which replicas without the lock tell the one with it that something was committed. */
export const outboxChannel = (config: Pick<MessagingConfig, 'DATABASE_SCHEMA'>): string =>
  `outbox_${config.DATABASE_SCHEMA}`;
