import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { describe, expect, it } from '@jest/globals';
import { plainly, readFailure, Refusal, Unreachable } from './refusal';

const read = (status: number, error: unknown = null) => readFailure(new HttpErrorResponse({ status, error }));
const problem = { type: 'about:blank', title: 'Conflict', status: 409, code: 'open_tasks', correlationId: 'c-1' };

describe('a failed call', () => {
  it.each([0, 502, 504])('with status %i means that nobody answered', (status) => {
    expect(read(status)).toBeInstanceOf(Unreachable);
  });

  it('is a refusal where a service says so itself, even that it is not ready', () => {
    expect(read(503, '<html>')).toBeInstanceOf(Unreachable);
    expect(read(503, { ...problem, status: 503, code: 'portal_not_ready' })).toMatchObject({
      code: 'portal_not_ready',
    });
  });

  it('carries the sentence, the faults of fields and what is stored now', () => {
    const refusal = read(412, {
      ...problem,
      code: 'version_stale',
      detail: 'Somebody was faster.',
      errors: [{ path: 'name', message: 'is taken' }, { path: 7 }],
      current: { id: 'a', version: 2 },
    });
    expect(refusal).toMatchObject({
      message: 'Somebody was faster.',
      faults: [{ path: 'name', message: 'is taken' }],
      current: { id: 'a', version: 2 },
    });
  });

  it('says how long to wait where something was tried too often', () => {
    const error = { ...problem, status: 429, code: 'too_many_requests' };
    const headers = new HttpHeaders({ 'Retry-After': '840' });
    expect(plainly(readFailure(new HttpErrorResponse({ status: 429, error, headers })))).toContain('Wait 14 minutes');
    expect(plainly(read(429, error))).toContain('Wait a while');
  });

  it('never shows what is not meant for people', () => {
    expect(plainly(read(500, 'TypeError: x is not a function'))).toBe('Something went wrong on our side.');
    expect(plainly(new TypeError('x is not a function'))).toBe('Something went wrong. Try again.');
    expect(plainly(new Refusal(500, 'internal', 'x', [], null, 'c-1'))).toContain('c-1');
  });
});
