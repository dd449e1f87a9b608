import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v5, v7 } from 'uuid';
import { problems } from './problem';

const namespace = '6f1f7f9e-5d0c-4b38-9d8f-3f2a3c1f0e57';

/**
 * The id of what a request creates: a fresh one, or with `Idempotency-Key` one that follows from person, route and key,
 * so that a repeat meets the row of the first try and is answered with it.
 */
export const newIdFor = (key: string | undefined, person: string, route: string): string => {
  if (key === undefined) return v7();
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw problems.invalid('Idempotency-Key', 'has 1 to 128 visible characters');
  return v5(`${person} ${route} ${key}`, namespace);
};

/** `@NewId() id: string`. */
export const NewId = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { user?: { personId: string } }>();
  const key = request.headers['idempotency-key'];
  return newIdFor(
    Array.isArray(key) ? key.join() : key,
    request.user?.personId ?? '',
    `${request.method} ${request.url}`,
  );
});
