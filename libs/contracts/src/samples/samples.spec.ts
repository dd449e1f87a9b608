import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeSchema } from '../envelope';
import { eventCatalogue } from '../events/catalogue';
import { durables, streams } from '../subjects';

const folder = join(process.cwd(), 'libs/contracts/src/samples');
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ type: name.slice(0, -'.json'.length), json: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));

describe('the frozen wire samples', () => {
  it('has one for every event in the catalogue', () => {
    expect(samples.map((sample) => sample.type).sort()).toEqual(eventCatalogue.map((event) => event.type).sort());
  });

  it.each(samples)('still reads $type as it was first written, losing nothing', ({ type, json }) => {
    const event = eventCatalogue.find((candidate) => candidate.type === type);
    const envelope = envelopeSchema.parse(json);
    expect(envelope).toEqual(json);
    expect(event?.schema.parse(envelope.data)).toEqual(json.data);
  });
});

describe('the catalogue', () => {
  it.each(eventCatalogue)('names $type as <service>.<aggregate>.<past tense>.v<n> in a stream that keeps it', (event) => {
    expect(event.type).toMatch(/^[a-z]+\.[a-z]+\.[a-z]+\.v\d+$/);
    const kept: readonly string[] = streams[event.stream];
    expect(kept.some((subject) => event.type.startsWith(subject.slice(0, -1)))).toBe(true);
  });

  it.each(eventCatalogue.filter((event) => event.consumers.length > 0))('has a durable for each consumer of $type', (event) => {
    for (const consumer of event.consumers) {
      expect(durables[event.stream]).toContain(consumer === 'portal-gateway' ? 'gateway' : consumer);
    }
  });
});
