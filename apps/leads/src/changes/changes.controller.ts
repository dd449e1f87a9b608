import { Controller, Get, Query, Res } from '@nestjs/common';
import { companyQuerySchema, type CompanyQuery } from '@porchlight/contracts';
import { StaffChanges } from '@porchlight/messaging';
import { Caller, Describe, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';

/** What the staff's open screens follow. */
@Controller('api/leads/changes')
export class ChangesController {
  constructor(private readonly changes: StaffChanges) {}

  @Get()
  @Describe({
    summary: 'What changes among the leads, clients and brand, as server-sent events for as long as it is read.',
    access: 'lead.read',
  })
  follow(@Caller() caller: Caller, @Query(valid(companyQuerySchema)) query: CompanyQuery, @Res() reply: FastifyReply) {
    return this.changes.follow(caller, query.companyId, 'lead.read', reply);
  }
}
