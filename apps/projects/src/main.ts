import { connectMessaging } from '@porchlight/messaging';
import { acceptRawBodies, serve } from '@porchlight/platform';
import { AppModule } from './app.module';
import { configSchema } from './config';
import { migrations } from './migrations';
import { rawBodies } from './raw-bodies';

void serve({
  service: 'projects',
  configSchema,
  module: (config) => AppModule.with(config),
  migrations,
  microservices: connectMessaging,
  prepare: async (app) => acceptRawBodies(app, rawBodies),
});
