import { Controller, Delete, Get, Param, Query, Res } from '@nestjs/common';
import { companyPersonListSchema, type Pending } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { idPageQuerySchema, type IdPageQuery } from '../paging';
import { PeopleService } from './people.service';
import { revokedReply } from './revoked-reply';

@Controller('api/identity/companies/:id/people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Describe({
    summary: 'Everybody who has a part in a company, by name, with every part they have there.',
    access: 'people.read',
    reply: companyPersonListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) companyId: string,
    @Query(valid(idPageQuerySchema)) query: IdPageQuery,
  ): Promise<z.infer<typeof companyPersonListSchema>> {
    return this.people.list(caller, companyId, query);
  }

  @Delete(':personId')
  @Describe({
    summary: 'Removes somebody from all of a company: 204 when no screen of theirs shows a portal, 202 while pending.',
    access: 'people.remove',
    status: 204,
  })
  async remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) companyId: string,
    @Param('personId', IdPipe) personId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    return revokedReply(reply, await this.people.remove(caller, companyId, personId));
  }
}
