import { describe, expect, it } from '@jest/globals';
import { durables, eventCatalogue, schemaOf, services, streams } from '@porchlight/contracts';
import { durableFilter } from './durable-filter';
import { covers } from '../test-app/subject-matching';

describe('the filter of a durable consumer', () => {
  const readers = services.flatMap((service) =>
    eventCatalogue
      .filter((event) => event.consumers.includes(service))
      .map((event) => ({ service, event, filter: durableFilter(event.stream, schemaOf(service)) })),
  );

  it.each(readers)('lets $event.type through to $service', ({ service, event, filter }) => {
    expect(durables[event.stream]).toContain(schemaOf(service));
    expect(covers(filter ?? '>', event.type)).toBe(true);
  });

  it('keeps from a reader of one event what it does not read', () => {
    expect(durableFilter('PROJECTS', 'identity')).toBe('projects.project.changed.v1');
  });

  it.each(eventCatalogue)('has a stream to filter for $type', ({ type, stream }) => {
    expect(streams[stream].some((subject) => covers(subject, type))).toBe(true);
  });
});
