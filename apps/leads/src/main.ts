import { connectMessaging } from '@porchlight/messaging';
import { serve } from '@porchlight/platform';
import { AppModule } from './app.module';
import { configSchema } from './config';
import { migrations } from './migrations';

void serve({
  service: 'leads',
  configSchema,
  module: (config) => AppModule.with(config),
  migrations,
  microservices: connectMessaging,
});
