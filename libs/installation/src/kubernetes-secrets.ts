import { schemaOf, services, type ServiceName } from '@porchlight/contracts';
import { appRole, busUsers, migratorRole, provisioner } from './accounts';
import { appPasswordName, busPasswordName, migratorPasswordName, type NamedSecrets } from './secret-names';

export interface KubernetesSecret {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly stringData: Readonly<Record<string, string>>;
}

/** Where the backing services are, `<host>:<port>`, and the mail server. */
export type Places = Readonly<Record<string, string | undefined>>;

const secret = (name: string, stringData: Record<string, string>): KubernetesSecret => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, labels: { 'app.kubernetes.io/part-of': 'porchlight' } },
  stringData,
});

/** Every Secret that the manifests name. A service is told its own secrets and nobody else's. */
export const kubernetesSecrets = (
  secrets: NamedSecrets,
  places: Places,
): { apiVersion: 'v1'; kind: 'List'; items: KubernetesSecret[] } => {
  const valueOf = (name: string): string => {
    const value = secrets[name];
    if (!value) throw new Error(`${name} is missing`);
    return value;
  };
  const { POSTGRES = 'postgres:5432', NATS = 'nats:4222', REDIS = 'redis:6379', SMTP_URL = '' } = places;
  const database = (role: string, password: string): string =>
    `postgres://${role}:${valueOf(password)}@${POSTGRES}/porchlight`;
  const bus = (user: string): string => `nats://${user}:${valueOf(busPasswordName(user))}@${NATS}`;
  const own: Record<ServiceName, Record<string, string>> = {
    identity: { SIGNING_KEYS: valueOf('SIGNING_KEYS'), TOKEN_KEYS: valueOf('IDENTITY_TOKEN_KEYS') },
    projects: {},
    leads: { TOKEN_KEYS: valueOf('LEADS_TOKEN_KEYS') },
    notifications: { REDIS_URL: `redis://:${valueOf('REDIS_PASSWORD')}@${REDIS}`, SMTP_URL },
    'portal-gateway': { TOKEN_KEYS: valueOf('GATEWAY_TOKEN_KEYS') },
  };
  const rolePasswords = Object.fromEntries(
    services.flatMap((service) => [
      [appRole(service), valueOf(appPasswordName(service))],
      [migratorRole(service), valueOf(migratorPasswordName(service))],
    ]),
  );
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      ...services.flatMap((service) => [
        secret(service, {
          DATABASE_URL: database(appRole(service), appPasswordName(service)),
          NATS_URL: bus(schemaOf(service)),
          ...own[service],
        }),
        secret(`${service}-migrate`, {
          MIGRATION_DATABASE_URL: database(migratorRole(service), migratorPasswordName(service)),
        }),
      ]),
      secret('provision', {
        PROVISION_DATABASE_URL: database('postgres', 'POSTGRES_PASSWORD'),
        PROVISION_NATS_URL: bus(provisioner),
        ROLE_PASSWORDS: JSON.stringify(rolePasswords),
      }),
      secret(
        'nats',
        Object.fromEntries(busUsers.map((user) => [busPasswordName(user), valueOf(busPasswordName(user))])),
      ),
      secret('postgres', { POSTGRES_PASSWORD: valueOf('POSTGRES_PASSWORD') }),
      secret('redis', { REDIS_PASSWORD: valueOf('REDIS_PASSWORD') }),
    ],
  };
};
