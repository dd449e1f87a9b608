import type { ServiceName } from '@porchlight/contracts';

/** The name of a service on the bus and in the database: its NATS user, its durable consumers, its schema. */
export const busUser = (service: ServiceName): string => (service === 'portal-gateway' ? 'gateway' : service);
