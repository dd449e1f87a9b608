import { services } from '@porchlight/contracts';
import { platformConfigSchema, serve } from '@porchlight/platform';
import { connectMessaging } from '../connect-messaging';
import { TestModule } from './test.module';

// The smallest services there can be, to kill and starve in tests: `main.js leads`, `main.js projects`.
const service = services.find((name) => name === process.argv[2]) ?? 'leads';

void serve({
  service,
  configSchema: platformConfigSchema,
  module: (config) => TestModule.with(service, config),
  migrations: [],
  microservices: connectMessaging,
});
