import { startNats } from '../backing/nats';
import { provisioner, type Secrets } from '@porchlight/installation';
import { withUser } from '../services/environment';
import { provisionBus } from '../services/provision';

interface TemplateStreamsOptions {
  readonly root: string;
  readonly folder: string;
  readonly cache: string;
  readonly authorization: string;
  readonly secrets: Secrets;
}

/** Makes all streams and durable consumers in a JetStream store that every system's own is copied from. Gives its folder. */
export const makeTemplateStreams = async (options: TemplateStreamsOptions): Promise<string> => {
  const { root, secrets } = options;
  const nats = await startNats(options);
  try {
    await provisionBus(root, withUser(nats.url, provisioner, secrets.busUsers[provisioner] ?? ''));
  } finally {
    await nats.stop();
  }
  return nats.storeFolder;
};
