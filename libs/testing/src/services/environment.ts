import { schemaOf, type ServiceName } from '@porchlight/contracts';
import { join } from 'node:path';
import { appRole, migratorRole, type Secrets } from '@porchlight/installation';

/** A URL with this user and password in it. */
export const withUser = (url: string, user: string, password: string): string => {
  const named = new URL(url);
  named.username = user;
  named.password = password;
  return named.href;
};

/** Where everything is that the services of one system share. */
export interface Surroundings {
  /** The database; who signs in is replaced. */
  readonly postgresUrl: string;
  readonly natsUrl: string;
  /** The given NATS has no users of ours: everyone connects by `natsUrl` as it stands. */
  readonly natsIsShared?: boolean;
  readonly redisUrl: string;
  /** Null where no mail server is set up. */
  readonly smtpUrl: string | null;
  readonly origins: readonly string[];
  readonly identityUrl: string;
  readonly portalFolder: string;
  /** Where files are kept: in it `public/`, and for each service that takes some a private folder of its own. */
  readonly filesFolder: string;
  readonly secrets: Secrets;
  readonly extra?: Readonly<Record<string, string>>;
}

const known = (secrets: Readonly<Record<string, string>>, name: string): string => {
  const secret = secrets[name];
  if (secret === undefined) throw new Error(`there is no password for ${name}`);
  return secret;
};

/** The database, and what gets one in. */
export type Databases = Pick<Surroundings, 'postgresUrl' | 'secrets'>;

export const postgresUrlOf = ({ postgresUrl, secrets }: Databases, role: string): string =>
  withUser(postgresUrl, role, known(secrets.roles, role));

export const natsUrlOf = ({ natsUrl, natsIsShared, secrets }: Surroundings, user: string): string =>
  natsIsShared ? natsUrl : withUser(natsUrl, user, known(secrets.busUsers, user));

/** The environment in which a service's bundle runs `migrate`. */
export const migrationEnvironment = (service: ServiceName, databases: Databases): Record<string, string> => ({
  MIGRATION_DATABASE_URL: postgresUrlOf(databases, migratorRole(service)),
  DATABASE_SCHEMA: schemaOf(service),
});

/** The whole environment of one process of a service. */
export const serviceEnvironment = (
  service: ServiceName,
  surroundings: Surroundings,
  ports: { readonly http: number; readonly metrics: number },
): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOST: '127.0.0.1',
  PORT: `${ports.http}`,
  METRICS_PORT: `${ports.metrics}`,
  DATABASE_URL: postgresUrlOf(surroundings, appRole(service)),
  DATABASE_SCHEMA: schemaOf(service),
  NATS_URL: natsUrlOf(surroundings, schemaOf(service)),
  PUBLIC_ORIGINS: surroundings.origins.join(','),
  IDENTITY_JWKS_URL: `${surroundings.identityUrl}/api/identity/.well-known/jwks.json`,
  TRUSTED_PROXIES: '127.0.0.1',
  ...own[service](surroundings),
  ...surroundings.extra,
});

const own: Record<ServiceName, (surroundings: Surroundings) => Record<string, string>> = {
  identity: ({ secrets, smtpUrl }) => ({
    SIGNING_KEYS: secrets.signingKeys,
    TOKEN_KEYS: secrets.invitationKeys,
    SMTP_CONFIGURED: `${smtpUrl !== null}`,
  }),
  projects: ({ filesFolder }) => ({
    FILES_DIR: join(filesFolder, 'private-projects'),
    PUBLIC_FILES_DIR: join(filesFolder, 'public'),
  }),
  leads: ({ secrets, filesFolder }) => ({
    TOKEN_KEYS: secrets.formKeys,
    FILES_DIR: join(filesFolder, 'private'),
    PUBLIC_FILES_DIR: join(filesFolder, 'public'),
  }),
  notifications: ({ smtpUrl, redisUrl }) => ({
    SMTP_URL: smtpUrl ?? '',
    REDIS_URL: redisUrl,
    MAIL_FROM: 'Porchlight <no-reply@porchlight.localhost>',
  }),
  'portal-gateway': ({ secrets, portalFolder, filesFolder }) => ({
    TOKEN_KEYS: secrets.linkKeys,
    PORTAL_APP_DIR: portalFolder,
    PUBLIC_FILES_DIR: join(filesFolder, 'public'),
  }),
};
