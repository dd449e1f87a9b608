import { server } from './tools/jest/server.mjs';

/** Integration specs: real PostgreSQL, NATS, Redis and SMTP, and the built services as processes. */
export default {
  ...server,
  displayName: 'integration',
  testMatch: ['<rootDir>/{apps,libs,tools}/**/*.integration.spec.ts'],
  globalSetup: '<rootDir>/libs/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/global-teardown.mjs',
  testTimeout: 120_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/tools/jest/longest-first.mjs',
};
