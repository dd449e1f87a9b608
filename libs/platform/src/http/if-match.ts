import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError, problems } from './problem';

/** Reads the version out of `If-Match: "<n>"`. Throws 428 without the header, 400 on anything but one version. */
export const versionFromIfMatch = (header: string | undefined): number => {
  if (header === undefined) {
    throw new ProblemError('version_missing', 428, 'Say in If-Match which version you are changing.');
  }
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw problems.invalid('If-Match', 'is one version in quotes, such as "3"');
  return Number(version);
};

/** `@IfMatch() version: number`: the version the client saw. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionFromIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);
