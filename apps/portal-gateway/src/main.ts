import { connectMessaging } from '@porchlight/messaging';
import { serve } from '@porchlight/platform';
import { AppModule } from './app.module';
import { configSchema } from './config';
import { Upgrades } from './live/upgrades';
import { migrations } from './migrations';

void serve({
  service: 'portal-gateway',
  configSchema,
  module: (config) => AppModule.with(config),
  migrations,
  microservices: connectMessaging,
  prepare: async (app) => app.get(Upgrades).listenOn(app.getHttpAdapter().getInstance()),
});
