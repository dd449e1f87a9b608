import { type HttpErrorResponse } from '@angular/common/http';
import { failures, type Failures } from '../door/failures.english';

export interface FieldFault {
  /** `assignee.name`, `contacts.0.email` */
  readonly path: string;
  readonly message: string;
}

/** A service answered and said no: `application/problem+json`, read. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    /** One of `ProblemCode`, or `internal` when the answer was not a problem document. */
    readonly code: string,
    message: string,
    readonly faults: readonly FieldFault[] = [],
    /** With a stale version: the resource as it is now. */
    readonly current: unknown = null,
    readonly correlationId: string | null = null,
    /** Seconds until the same may be tried again, where the service says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** Nobody answered: no network, or the service is away. What was to be written may be sent again. */
export class Unreachable extends Error {
  constructor() {
    super('Porchlight cannot be reached at the moment.');
  }
}

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const faultsOf = (value: unknown): FieldFault[] =>
  (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    const { path, message } = record(entry) ?? {};
    return typeof path === 'string' && typeof message === 'string' ? [{ path, message }] : [];
  });

/** `Retry-After` in seconds (RFC 9110 10.2.3); its date form is not used by our services. */
const secondsOf = (value: string | null): number | null => (value && /^\d{1,6}$/.test(value) ? Number(value) : null);

const isAway = (status: number): boolean => status === 0 || status === 502 || status === 504;

/** What an HTTP failure means for the screen. */
export function readFailure(error: HttpErrorResponse): Refusal | Unreachable {
  const body = record(error.error);
  const code = text(body?.['code']);
  if (isAway(error.status) || (error.status === 503 && !code)) return new Unreachable();
  if (!body || !code) return new Refusal(error.status, 'internal', 'Something went wrong on our side.');
  return new Refusal(
    error.status,
    code,
    text(body['detail']) ?? text(body['title']) ?? 'That was refused.',
    faultsOf(body['errors']),
    body['current'] ?? null,
    text(body['correlationId']),
    secondsOf(error.headers.get('Retry-After')),
  );
}

/** Whether the same, sent once more, may well succeed: nobody answered, or it was only not the moment. */
export const isWorthAnotherTry = (error: unknown): boolean =>
  !(error instanceof Refusal) || error.status >= 500 || error.status === 412 || error.status === 429;

/** The sentence a person reads about any failure. */
export function plainly(error: unknown, words: Failures = failures): string {
  if (error instanceof Unreachable) return words.unreachable;
  if (!(error instanceof Refusal)) return words.other;
  if (error.code === 'internal' && error.correlationId) return words.ours(error.correlationId);
  if (error.code === 'too_many_requests') return words.tooOften(error.retryAfter);
  return words.refused(error);
}
