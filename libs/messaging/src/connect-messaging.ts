import type { INestApplication } from '@nestjs/common';
import { AnswerServer } from './ask/answer-server';
import { JetStreamServer } from './consume/jetstream-server';
import { Subscriptions } from './consume/subscriptions';

/**
 * Connects an application's `@Subscribe` and `@Answer` methods; `serve` calls it before the service listens. Throws when
 * the subscriptions are not exactly those of the catalogue. Does not wait for NATS.
 */
export const connectMessaging = async (app: INestApplication): Promise<void> => {
  const stream = app.get(JetStreamServer, { strict: false });
  app.connectMicroservice({ strategy: stream });
  app.connectMicroservice({ strategy: app.get(AnswerServer, { strict: false }) });
  app.get(Subscriptions, { strict: false }).take(stream.getHandlers());
  await app.init();
  await app.startAllMicroservices();
};
