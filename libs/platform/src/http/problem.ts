import type { ProblemCode } from '@porchlight/contracts';

export interface ProblemExtras {
  errors?: { path: string; message: string }[];
  /** With `version_stale`: the resource as it is now, in its GET shape. */
  current?: unknown;
  headers?: Record<string, string>;
}

/** An answer that is not the one hoped for: becomes `application/problem+json` (RFC 9457) with a stable code. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly status: number,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The usual refusals. Each returns an error to throw. */
export const problems = {
  /** Also the answer for what belongs to another company. */
  notFound: (what: string) => new ProblemError('not_found', 404, `There is no such ${what}.`),
  unauthenticated: () =>
    new ProblemError('unauthenticated', 401, 'Sign in first.', { headers: { 'www-authenticate': 'Bearer' } }),
  forbidden: (detail = 'You may not do this.') => new ProblemError('forbidden', 403, detail),
  invalid: (path: string, message: string) =>
    new ProblemError('invalid_request', 400, 'Something in the request is not right.', { errors: [{ path, message }] }),
  conflict: (code: ProblemCode, detail: string) => new ProblemError(code, 409, detail),
  gone: (code: ProblemCode, detail: string) => new ProblemError(code, 410, detail),
  /** `current` is the resource as it is now, in its GET shape. */
  stale: (current: unknown) =>
    new ProblemError('version_stale', 412, 'Somebody changed this since you opened it.', { current }),
  tooManyRequests: (retryAfterSeconds: number) =>
    new ProblemError('too_many_requests', 429, 'That was tried too often. Wait a while, then try again.', {
      headers: { 'retry-after': String(retryAfterSeconds) },
    }),
  unavailable: (detail: string, retryAfterSeconds = 1) =>
    new ProblemError('unavailable', 503, detail, { headers: { 'retry-after': String(retryAfterSeconds) } }),
};
