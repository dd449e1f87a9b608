import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/decorators';
import { Readiness } from './readiness';

@Controller()
@Public()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs; asks nothing of others. */
  @Get('livez')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; missing?: string[] }> {
    const missing = await this.readiness.missing();
    if (missing.length === 0) return { status: 'ready' };
    void reply.status(503);
    return { status: 'unready', missing };
  }
}
