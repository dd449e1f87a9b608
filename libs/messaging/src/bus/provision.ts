import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  jetstreamManager,
  JetStreamApiCodes,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { connect, nanos } from '@nats-io/transport-node';
import { durables, streams, type StreamName } from '@porchlight/contracts';
import { ackWaitMs } from './ack-wait';
import { durableFilter } from './durable-filter';
import { natsTarget } from './nats-target';

const day = 24 * 60 * 60 * 1_000;
const megabyte = 1024 ** 2;

/**
 * A stream holds what its readers have not taken yet; when it is full the oldest goes, and readers fetch what they missed
 * of its owner. NATS sets the sum aside at once, so `max_file_store` must be above it.
 */
const mostBytes: Readonly<Record<StreamName, number>> = {
  IDENTITY: 96 * megabyte,
  PROJECTS: 256 * megabyte,
  LEADS: 96 * megabyte,
  NOTIFICATIONS: 32 * megabyte,
  PORTAL: 384 * megabyte,
};

/**
 * Creates the streams and durable consumers, or brings them up to date: each on so many of NATS's servers. `url` names the
 * provisioning user.
 */
export const provisionBus = async (url: string, replicas = 1): Promise<void> => {
  const connection = await connect({ ...natsTarget(url), timeout: 5_000 });
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    for (const stream of streamNames) await provisionStream(manager, stream, replicas);
    for (const [stream, readers] of Object.entries(durables))
      for (const reader of readers) await provisionDurable(manager, stream, reader);
  } finally {
    await connection.close();
  }
};

/**
 * Takes everything out of the streams and lets readers begin anew. For a database that was put back to an earlier time,
 * while nothing serves: producers and readers compare what they have when they start. They stand on as many servers as before.
 */
export const emptyBus = async (url: string): Promise<void> => {
  const connection = await connect({ ...natsTarget(url), timeout: 5_000 });
  let replicas = 1;
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    for (const stream of streamNames) {
      if (!(await exists(() => manager.streams.info(stream)))) continue;
      replicas = Math.max(replicas, (await manager.streams.info(stream)).config.num_replicas);
      await manager.streams.delete(stream);
    }
  } finally {
    await connection.close();
  }
  await provisionBus(url, replicas);
};

/**
 * Drops what the streams hold, while everything serves: readers stay where they are, and compare what they missed with its
 * owners as after any loss.
 */
export const purgeBus = async (url: string): Promise<void> => {
  const connection = await connect({ ...natsTarget(url), timeout: 5_000 });
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    for (const stream of streamNames) await manager.streams.purge(stream);
  } finally {
    await connection.close();
  }
};

const streamNames = Object.keys(streams) as StreamName[];

const provisionStream = async (manager: JetStreamManager, name: StreamName, replicas: number): Promise<void> => {
  // The stream carries, PostgreSQL keeps: a fortnight is for readers that were away.
  const settings = {
    subjects: [...streams[name]],
    max_age: nanos(14 * day),
    max_bytes: mostBytes[name],
    duplicate_window: nanos(2 * 60_000),
    num_replicas: replicas,
  };
  if (await exists(() => manager.streams.info(name))) {
    await manager.streams.update(name, settings);
    return;
  }
  await manager.streams.add({
    name,
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    ...settings,
  });
};

const provisionDurable = async (manager: JetStreamManager, stream: string, reader: string): Promise<void> => {
  const settings = {
    ack_wait: nanos(ackWaitMs),
    // Readers put a message aside long before; this bounds one that kills its reader each time.
    max_deliver: 100,
    max_ack_pending: 1_000,
    filter_subject: durableFilter(stream, reader),
  };
  if (await exists(() => manager.consumers.info(stream, reader))) {
    await manager.consumers.update(stream, reader, settings);
    return;
  }
  await manager.consumers.add(stream, {
    durable_name: reader,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ...settings,
  });
};

const exists = async (look: () => Promise<unknown>): Promise<boolean> => {
  try {
    await look();
    return true;
  } catch (error) {
    const missing: number[] = [JetStreamApiCodes.StreamNotFound, JetStreamApiCodes.ConsumerNotFound];
    if (error instanceof JetStreamApiError && missing.includes(error.code)) return false;
    throw error;
  }
};
