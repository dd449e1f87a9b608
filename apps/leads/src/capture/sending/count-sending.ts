import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { clientNetwork } from '@porchlight/platform';
import type { FastifyRequest } from 'fastify';
import { Crowd } from './crowd';
import { Gate } from './gate';
import { Turnstile } from './turnstile';

/** Counts a sending before its body is looked at. */
@Injectable()
export class CountSending implements CanActivate {
  constructor(
    private readonly crowd: Crowd,
    private readonly gate: Gate,
    private readonly turnstile: Turnstile,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const client = clientNetwork(context.switchToHttp().getRequest<FastifyRequest>().ip);
    await this.crowd.letThrough(client);
    await this.turnstile.pass(() => this.gate.count(client));
    return true;
  }
}
