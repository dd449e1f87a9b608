import { join } from 'node:path';
import { connectMessaging } from '@porchlight/messaging';
import { serve } from '@porchlight/platform';
import { AppModule } from './app.module';
import { configSchema } from './config';
import { migrations } from './migrations';

/** The build lays the mail templates beside the bundle. */
const templates = join(import.meta.dirname, 'templates');

void serve({
  service: 'notifications',
  configSchema,
  module: (config) => AppModule.with(config, templates),
  migrations,
  microservices: connectMessaging,
});
