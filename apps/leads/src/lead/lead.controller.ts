import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import {
  type ChangeLead,
  changeLeadSchema,
  type CompanyQuery,
  companyQuerySchema,
  type CreateLead,
  createLeadSchema,
  type LeadFilter,
  leadFilterSchema,
  leadListSchema,
  type LeadQuery,
  leadQuerySchema,
  leadSchema,
  leadTotalsSchema,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import { LeadList } from './lead-list';
import { LeadService } from './lead.service';

@Controller('api/leads')
export class LeadController {
  constructor(
    private readonly leads: LeadService,
    private readonly lists: LeadList,
  ) {}

  @Get()
  @Describe({
    summary: 'Leads of a company: searched, filtered, sorted, a page at a time.',
    access: 'lead.read',
    reply: leadListSchema,
  })
  list(@Caller() caller: Caller, @Query(valid(leadQuerySchema)) query: LeadQuery) {
    return this.lists.page(caller, query);
  }

  @Get('totals')
  @Describe({
    summary: 'How many leads a filter leaves in each stage, what they are worth, and how many are due.',
    access: 'lead.read',
    reply: leadTotalsSchema,
  })
  totals(@Caller() caller: Caller, @Query(valid(leadFilterSchema)) filter: LeadFilter) {
    return this.lists.totals(caller, filter);
  }

  @Post()
  @Describe({ summary: 'Adds a lead, for a new client or an existing one.', access: 'lead.change', reply: leadSchema })
  create(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) query: CompanyQuery,
    @NewId() id: string,
    @Body(valid(createLeadSchema)) body: CreateLead,
  ) {
    return this.leads.create(caller, query.companyId, id, body);
  }

  @Get(':id')
  @Describe({ summary: 'A lead with its client, contacts and portal.', access: 'lead.read', reply: leadSchema })
  get(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return this.leads.get(caller, id);
  }

  @Patch(':id')
  @Describe({ summary: 'Changes a lead. If-Match.', access: 'lead.change', reply: leadSchema })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body(valid(changeLeadSchema)) body: ChangeLead,
  ) {
    return this.leads.change(caller, id, version, body);
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Describe({
    summary: 'Deletes a lead that is not published, with its files and activity; its client stays. If-Match.',
    access: 'lead.delete',
    status: HttpStatus.NO_CONTENT,
  })
  delete(@Caller() caller: Caller, @Param('id', IdPipe) id: string, @IfMatch() version: number) {
    return this.leads.delete(caller, id, version);
  }
}
