import { schemaOf, services, type ServiceName } from '@porchlight/contracts';

/** The role a service works as. */
export const appRole = (service: ServiceName): string => `${schemaOf(service)}_app`;
/** The role that owns a service's schema. */
export const migratorRole = (service: ServiceName): string => `${schemaOf(service)}_migrator`;

export const databaseRoles: readonly string[] = services.flatMap((service) => [
  appRole(service),
  migratorRole(service),
]);
/** The NATS user that makes streams and durable consumers. */
export const provisioner = 'provision';
export const busUsers: readonly string[] = [...services.map(schemaOf), provisioner];
