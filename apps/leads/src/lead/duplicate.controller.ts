import { Controller, Get, Param, Query } from '@nestjs/common';
import { duplicateListSchema, type DuplicateQuery, duplicateQuerySchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import { Duplicates } from './duplicates';

@Controller('api/leads')
export class DuplicateController {
  constructor(private readonly duplicates: Duplicates) {}

  @Get('duplicates')
  @Describe({
    summary: 'Leads with the same e-mail address, telephone number or address as one that is being typed.',
    access: 'lead.read',
    reply: duplicateListSchema,
  })
  async ofTyped(@Caller() caller: Caller, @Query(valid(duplicateQuerySchema)) query: DuplicateQuery) {
    return { items: await this.duplicates.ofTyped(caller, query), nextCursor: null };
  }

  @Get(':id/duplicates')
  @Describe({
    summary: 'Other leads that look like this one.',
    access: 'lead.read',
    reply: duplicateListSchema,
  })
  async ofLead(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return { items: await this.duplicates.ofLead(caller, id), nextCursor: null };
  }
}
