import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { clientNetwork } from '@porchlight/platform';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { takeHere } from './take-here';

/** More than an office full of people looks at, in ten minutes. */
const most = 600;
const seconds = 600;

/** Counts whatever comes from one network, in this process and before it waits for anything: refusing costs no query. */
@Injectable()
export class CountVisit implements CanActivate {
  private readonly visits = new RateLimiterMemory({ points: most, duration: seconds });

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await takeHere(this.visits, clientNetwork(context.switchToHttp().getRequest<FastifyRequest>().ip));
    return true;
  }
}
