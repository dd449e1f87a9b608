import { join } from 'node:path';
import { connectMessaging } from '@porchlight/messaging';
import { acceptRawBodies, serve } from '@porchlight/platform';
import { AppModule } from './app.module';
import { boundRequests } from './capture/page/request-routes';
import { configSchema } from './config';
import { migrations } from './migrations';
import { rawBodies } from './raw-bodies';

/** The build lays the templates of pages beside the bundle. */
const templates = join(import.meta.dirname, 'templates');

void serve({
  service: 'leads',
  configSchema,
  module: (config) => AppModule.with(config, templates),
  migrations,
  microservices: connectMessaging,
  prepare: async (app) => {
    boundRequests(app);
    acceptRawBodies(app, rawBodies);
  },
});
