import { eventCatalogue, type ServiceName } from '@porchlight/contracts';

/**
 * Throws, naming every fault, unless a service applies exactly the events that the catalogue lists it for, each once.
 * `applied` and `delivered` are the event types of its `@Subscribe` and `@OnDelivered` methods.
 */
export const checkSubscriptions = (service: ServiceName, applied: string[], delivered: string[]): void => {
  const due = eventCatalogue.filter((event) => event.consumers.includes(service)).map((event) => event.type);
  const faults = [
    ...due.filter((type) => !applied.includes(type)).map((type) => `nothing applies ${type}`),
    ...unique(applied)
      .filter((type) => !due.includes(type))
      .map((type) => `${type} is applied, but the catalogue does not list ${service} as its consumer`),
    ...doubled(applied).map((type) => `${type} is applied twice`),
    ...unique(delivered)
      .filter((type) => !due.includes(type))
      .map((type) => `@OnDelivered names ${type}, which does not come here`),
    ...doubled(delivered).map((type) => `${type} has two @OnDelivered methods`),
  ];
  if (faults.length > 0) throw new Error(`The subscriptions of ${service} are wrong: ${faults.join('; ')}.`);
};

const unique = (types: string[]): string[] => [...new Set(types)];
const doubled = (types: string[]): string[] => unique(types.filter((type, index) => types.indexOf(type) !== index));
