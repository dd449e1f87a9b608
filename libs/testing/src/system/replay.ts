import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { until } from '../process/until';
import { connectAs } from './connect-as';
import type { System } from './system';

/** Publishes messages (type and envelope, as the outbox keeps them) as `user`, without the id by which JetStream drops copies. */
export const publishAgain = async (
  system: System,
  user: string,
  messages: readonly { type: string; envelope: string }[],
): Promise<void> => {
  const connection = await connectAs(system, user);
  try {
    const stream = jetstream(connection);
    for (const { type, envelope } of messages) await stream.publish(type, envelope);
  } finally {
    await connection.close();
  }
};

/** Waits until a durable consumer has acknowledged everything that its stream holds for it. */
export const everythingTaken = async (system: System, stream: string, durable: string): Promise<void> => {
  const connection = await connectAs(system, 'provision');
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const taken = async (): Promise<boolean> => {
      const { num_pending, num_ack_pending } = await manager.consumers.info(stream, durable);
      return num_pending === 0 && num_ack_pending === 0;
    };
    await until(taken, 60_000, `messages of ${stream} wait for ${durable}`);
  } finally {
    await connection.close();
  }
};
