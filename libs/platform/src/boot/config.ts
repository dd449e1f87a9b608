import { z } from 'zod';
import type { services } from '@porchlight/contracts';

/** Injection token of a service's parsed configuration. */
export const CONFIG = Symbol('config');

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const port = z.coerce.number().int().min(0).max(65_535);

/** What every service is told by its environment. A service extends it in its own `config.ts`. */
export const platformConfigSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production').describe('what the process is run for'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: port.describe('port of the HTTP API'),
  METRICS_PORT: port.describe('port of /metrics'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .meta({ description: "PostgreSQL as the service's app role", secret: true }),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z_]+$/)
    .describe("the service's own schema"),
  NATS_URL: z.url({ protocol: /^(nats|tls)$/ }).meta({ description: "NATS as the service's user", secret: true }),
  PUBLIC_ORIGINS: list
    .pipe(z.array(origin).min(1))
    .describe('origins people use, comma-separated; links use the first'),
  IDENTITY_JWKS_URL: z.url().describe("identity's public signing keys"),
  TRUSTED_PROXIES: list.default([]).describe('addresses or CIDR blocks whose X-Forwarded-* headers are believed'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('the least weighty lines that are logged'),
  RECONCILE_EVERY_MS: z.coerce.number().int().min(100).default(60_000).describe('how often copies are compared'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .describe('where traces go, by OTLP over HTTP; /v1/traces is put behind it'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1).describe('the share of traces that is sent'),
  CRASH_AT: z.string().default('').describe('test only: kill the process at this point'),
});
export type PlatformConfig = z.infer<typeof platformConfigSchema>;

/** What `migrate` needs instead of the whole configuration. */
export const migrationConfigSchema = z.object({
  MIGRATION_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .meta({ description: 'PostgreSQL as the role that owns the schema', secret: true }),
  DATABASE_SCHEMA: platformConfigSchema.shape.DATABASE_SCHEMA,
});

export type ServiceLabel = (typeof services)[number];

/** Every fault of a configuration at once, in sentences; never a value, which may be a secret. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
}

/** Reads a configuration from the environment. Throws `ConfigError` naming every fault. */
export const readConfig = <T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv = process.env): T => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return environment[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
    }),
  );
};
