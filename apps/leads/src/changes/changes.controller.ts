import { Controller, Get, Query, Res } from '@nestjs/common';
import { Staff } from '@porchlight/messaging';
import { Caller, Describe, HintStreams, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import { companyQuerySchema, type CompanyQuery } from '../page';

/** What the staff's open screens follow. */
@Controller('api/leads/changes')
export class ChangesController {
  constructor(
    private readonly staff: Staff,
    private readonly streams: HintStreams,
  ) {}

  @Get()
  @Describe({
    summary: 'What changes among the leads, clients and brand, as server-sent events for as long as it is read.',
    access: 'lead.read',
  })
  async follow(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) query: CompanyQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const companyId = await this.requireReader(caller, query.companyId);
    this.streams.serve(caller, companyId, () => this.requireReader(caller, companyId), reply);
  }

  private requireReader(caller: Caller, companyId: string | undefined): Promise<string> {
    return this.staff.inCompany(caller, companyId, 'lead.read', async (_em, place) => place.companyId);
  }
}
