import { describe, expect, it } from '@jest/globals';
import type { Reply } from '@porchlight/testing';
import { tally, told } from './answer';

const problem = { type: 'about:blank', title: 'Not found', status: 404, code: 'not_found', correlationId: 'c' };
const reply = (body: unknown, status = 404, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: new Headers({ 'content-type': 'application/problem+json; charset=utf-8', ...headers }),
  body,
});

describe('an answer to an attack', () => {
  it('comes down to its status and code', () => {
    expect(told(reply(problem))).toBe('404 not_found');
    expect(told(reply({}, 201))).toBe('201');
    expect(tally([reply(problem), reply({}, 201), reply(problem)])).toEqual({ '404 not_found': 2, '201': 1 });
  });

  it.each([
    ['plain JSON', reply(problem, 404, { 'content-type': 'application/json' })],
    ['another status in the body', reply({ ...problem, status: 400 })],
    ['a code that nobody knows', reply({ ...problem, code: 'oops' })],
    ['a wait that is not said', reply({ ...problem, status: 429, code: 'too_many_requests' }, 429)],
    ['a stack', reply({ ...problem, detail: 'Error: no\n    at Tasks.find (/app/main.js:10:2)' })],
    ['SQL', reply({ ...problem, detail: 'select "id" from "task" where "id" = $1' })],
    ['a constraint', reply({ ...problem, detail: 'duplicate key value: task_pkey' })],
    ['a subject', reply({ ...problem, detail: 'no responders on identity.ask.state.membership' })],
    ['a subject in a header', reply(problem, 404, { 'x-cause': '$JS.API.CONSUMER.INFO' })],
  ])('is no answer with %s', (_what, bad) => {
    expect(() => told(bad)).toThrow();
  });
});
