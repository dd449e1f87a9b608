import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { System } from './system';

/** NATS as one of its users, with that user's rights. */
export const connectAs = (system: System, user: string): Promise<NatsConnection> => {
  const { host, username, password } = new URL(system.natsUrl(user));
  const name = decodeURIComponent(username);
  return connect({ servers: host, user: name, pass: decodeURIComponent(password), inboxPrefix: `_INBOX_${name}` });
};
