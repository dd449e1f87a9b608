import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { clientNetwork, problems } from '@porchlight/platform';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** More than an office full of people looks at, in ten minutes. */
const most = 600;
const seconds = 600;

/** Counts whatever comes from one network, in this process and before it waits for anything: refusing costs no query. */
@Injectable()
export class CountVisit implements CanActivate {
  private readonly visits = new RateLimiterMemory({ points: most, duration: seconds });

  async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      await this.visits.consume(clientNetwork(context.switchToHttp().getRequest<FastifyRequest>().ip));
      return true;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw problems.tooManyRequests(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
    }
  }
}
