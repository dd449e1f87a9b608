import { configSchema, type Config } from './config';

/** A gateway's configuration for specs that need no services. */
export const configFor = (changes: Partial<Config> = {}): Config => ({
  ...configSchema.parse({
    NODE_ENV: 'test',
    PORT: 0,
    METRICS_PORT: 0,
    PUBLIC_FILES_DIR: '/nowhere',
    DATABASE_URL: 'postgres://localhost/porchlight_test',
    DATABASE_SCHEMA: 'gateway',
    NATS_URL: 'nats://localhost',
    PUBLIC_ORIGINS: 'http://localhost:8080',
    IDENTITY_JWKS_URL: 'http://localhost/jwks.json',
    TOKEN_KEYS: `1:${Buffer.alloc(32, 7).toString('base64url')}`,
    PORTAL_APP_DIR: '.',
  }),
  ...changes,
});
