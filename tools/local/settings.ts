import { PlainError } from '@porchlight/installation';
import { join, resolve } from 'node:path';

export const usage = `npm start                 starts Porchlight and keeps its data in .porchlight/
npm start -- --fresh      deletes that data first
npm start -- --no-demo    seeds no demo company

PORCHLIGHT_PORT           port of Porchlight (8080)
PORCHLIGHT_MAIL_PORT      port of the mail catcher's page (8025)
PORCHLIGHT_DATA           folder of the data (.porchlight)
PORCHLIGHT_POSTGRES_URL   a PostgreSQL to use, as a role that may make roles and schemas
PORCHLIGHT_NATS_URL       a NATS with JetStream to use
PORCHLIGHT_REDIS_URL      a Redis to use
PORCHLIGHT_SMTP_URL       a mail server to use instead of the mail catcher`;

export interface Settings {
  readonly root: string;
  readonly port: number;
  readonly mailPort: number;
  readonly data: string;
  readonly fresh: boolean;
  readonly demo: boolean;
  /** Backing services that run already, by URL. */
  readonly given: {
    readonly postgres?: string;
    readonly nats?: string;
    readonly redis?: string;
    readonly smtp?: string;
  };
}

/** What the command line and the environment ask for. Throws a PlainError for what makes no sense. */
export const readSettings = (args: readonly string[], env: NodeJS.ProcessEnv): Settings => {
  const unknown = args.find((arg) => !['--fresh', '--no-demo'].includes(arg));
  if (unknown) throw new PlainError(`npm start knows no ${unknown}.\n\n${usage}`);
  const root = process.cwd();
  const settings = {
    root,
    port: portFrom(env, 'PORCHLIGHT_PORT', 8080),
    mailPort: portFrom(env, 'PORCHLIGHT_MAIL_PORT', 8025),
    data: resolve(root, env['PORCHLIGHT_DATA'] || join(root, '.porchlight')),
    // Without the `--` in between npm keeps an option for itself and tells it by these variables.
    fresh: args.includes('--fresh') || env['npm_config_fresh'] === 'true',
    demo: !args.includes('--no-demo') && env['npm_config_demo'] !== '',
    given: {
      postgres: urlFrom(env, 'PORCHLIGHT_POSTGRES_URL', ['postgres:', 'postgresql:']),
      nats: urlFrom(env, 'PORCHLIGHT_NATS_URL', ['nats:', 'tls:']),
      redis: urlFrom(env, 'PORCHLIGHT_REDIS_URL', ['redis:', 'rediss:']),
      smtp: urlFrom(env, 'PORCHLIGHT_SMTP_URL', ['smtp:', 'smtps:']),
    },
  };
  if (settings.fresh && settings.given.postgres)
    throw new PlainError(
      '--fresh does not empty the database that PORCHLIGHT_POSTGRES_URL names: empty it yourself, or leave out --fresh.',
    );
  if (settings.port === settings.mailPort && !settings.given.smtp)
    throw new PlainError('PORCHLIGHT_PORT and PORCHLIGHT_MAIL_PORT are the same port: choose two.');
  return settings;
};

const portFrom = (env: NodeJS.ProcessEnv, name: string, usual: number): number => {
  const text = env[name];
  if (!text) return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`${name} is ${JSON.stringify(text)}, which is no port: give a number from 1 to 65535.`);
};

const urlFrom = (env: NodeJS.ProcessEnv, name: string, protocols: readonly string[]): string | undefined => {
  const text = env[name];
  if (!text) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new PlainError(`${name} is no address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}.`);
};
