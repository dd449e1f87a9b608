import { eventCatalogue, schemaOf, services } from '@porchlight/contracts';

/**
 * The one subject that a reader's durable on a stream filters by (nats-server 2.9 knows only one): its event, the group
 * its events share, or undefined for the whole stream; what it does not consume it then acknowledges unread.
 */
export const durableFilter = (stream: string, user: string): string | undefined => {
  const service = services.find((candidate) => schemaOf(candidate) === user);
  const types = eventCatalogue
    .filter((event) => event.stream === stream && service !== undefined && event.consumers.includes(service))
    .map((event) => event.type);
  if (types.length === 1) return types[0];
  const groups = new Set(types.map((type) => type.split('.').slice(0, 2).join('.')));
  const [group] = groups;
  return groups.size === 1 ? `${group}.>` : undefined;
};
