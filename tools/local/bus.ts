import { PlainError, provisioner, type Secrets } from '@porchlight/installation';
import { keepBusProvisioned, natsAuthorization, provisionBus, startNats, withUser } from '@porchlight/testing';
import { join } from 'node:path';
import type { Running } from './running';
import type { Settings } from './settings';

/** NATS with streams and durable consumers in it, which are made again should its store be lost. Gives its URL. */
export const prepareNats = async (settings: Settings, secrets: Secrets, running: Running): Promise<string> => {
  const { root, given } = settings;
  const url = given.nats ?? (await ownNats(settings, secrets, running));
  const provisionUrl = given.nats ?? withUser(url, provisioner, secrets.busUsers[provisioner] ?? '');
  try {
    await provisionBus(root, provisionUrl);
  } catch (error) {
    if (!given.nats) throw error;
    throw new PlainError(
      `The NATS that PORCHLIGHT_NATS_URL names cannot be used (${error instanceof Error ? error.message.trim() : ''}): it must run with JetStream and let us make streams.`,
    );
  }
  await running.keep('provisioning', 0, async (onLine, spawned) =>
    spawned(keepBusProvisioned(root, provisionUrl, onLine)),
  );
  return url;
};

const ownNats = async (settings: Settings, secrets: Secrets, running: Running): Promise<string> => {
  const authorization = await natsAuthorization(settings.root, secrets.busUsers);
  let url = '';
  let port: number | undefined;
  await running.keep('NATS', 1, async (onLine, spawned) => {
    const started = await startNats({
      folder: join(settings.data, 'nats'),
      cache: join(settings.data, 'programs'),
      authorization,
      port,
      onLine,
    });
    spawned(started.child);
    ({ url, port } = started);
  });
  return url;
};
