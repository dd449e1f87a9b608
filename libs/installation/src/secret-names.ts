import { schemaOf, services, type ServiceName } from '@porchlight/contracts';
import { appRole, busUsers, migratorRole } from './accounts';
import type { Secrets } from './secrets';

const upper = (name: string): string => name.toUpperCase();

export const busPasswordName = (user: string): string => `${upper(user)}_NATS_PASSWORD`;
export const appPasswordName = (service: ServiceName): string => `${upper(schemaOf(service))}_DATABASE_PASSWORD`;
export const migratorPasswordName = (service: ServiceName): string => `${upper(schemaOf(service))}_MIGRATOR_PASSWORD`;

/** The secrets of one installation under the names that the compose file calls them by. */
export type NamedSecrets = Readonly<Record<string, string>>;

const known = (passwords: Readonly<Record<string, string>>, name: string): string => {
  const password = passwords[name];
  if (!password) throw new Error(`there is no password for ${name}`);
  return password;
};

export const namedSecrets = (secrets: Secrets): NamedSecrets => ({
  POSTGRES_PASSWORD: secrets.postgres,
  REDIS_PASSWORD: secrets.redis,
  ...Object.fromEntries(
    services.flatMap((service) => [
      [appPasswordName(service), known(secrets.roles, appRole(service))],
      [migratorPasswordName(service), known(secrets.roles, migratorRole(service))],
    ]),
  ),
  ...Object.fromEntries(busUsers.map((user) => [busPasswordName(user), known(secrets.busUsers, user)])),
  SIGNING_KEYS: secrets.signingKeys,
  IDENTITY_TOKEN_KEYS: secrets.invitationKeys,
  LEADS_TOKEN_KEYS: secrets.formKeys,
  GATEWAY_TOKEN_KEYS: secrets.linkKeys,
  GRAFANA_PASSWORD: secrets.demoPassword,
});

/** As lines of an `.env`; in single quotes nothing has a meaning. */
export const environmentFile = (secrets: NamedSecrets): string =>
  Object.entries(secrets)
    .map(([name, value]) => `${name}='${value}'`)
    .join('\n');
