import { describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { readEnvelope } from './inbound';
import { Unprocessable } from './unprocessable';

const envelope = {
  id: newId(),
  type: 'projects.task.changed.v1',
  occurredAt: '2026-11-21T18:30:00.000Z',
  companyId: null,
  aggregateId: newId(),
  aggregateVersion: 1,
  correlationId: 'correlation',
  causationId: null,
  traceparent: null,
  data: { any: 'thing' },
};

describe('a message', () => {
  it('is read from its envelope', () => {
    expect(readEnvelope(envelope.type, JSON.stringify(envelope))).toEqual(envelope);
  });

  it.each([
    ['not JSON', 'hello'],
    ['no envelope', '{}'],
    ['an envelope of another subject', JSON.stringify({ ...envelope, type: 'projects.note.changed.v1' })],
    ['a version that is none', JSON.stringify({ ...envelope, aggregateVersion: 0 })],
  ])('is unprocessable with %s', (_, body) => {
    expect(() => readEnvelope(envelope.type, body)).toThrow(Unprocessable);
  });
});
