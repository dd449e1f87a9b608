import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { clientNetwork } from './client-network';

/** `@ClientAddress() client: string`: where the request comes from, as limits count it; `TRUSTED_PROXIES` decides. */
export const ClientAddress = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  clientNetwork(context.switchToHttp().getRequest<FastifyRequest>().ip),
);
