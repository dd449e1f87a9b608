import { Body, Controller, Get, Header, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import {
  type CompanyQuery,
  companyQuerySchema,
  importedLeadsSchema,
  type ImportLeads,
  importLeadsSchema,
  type LeadFilter,
  leadFilterSchema,
} from '@porchlight/contracts';
import { Caller, Describe, NewId, valid } from '@porchlight/platform';
import { ExportService } from './export.service';
import { ImportService } from './import.service';

@Controller('api/leads')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly exports: ExportService,
  ) {}

  @Post('import')
  @HttpCode(HttpStatus.OK)
  @Describe({
    summary: 'Adds the leads of a file, or says with `preview` what would come of each row. Idempotency-Key.',
    access: 'lead.change',
    reply: importedLeadsSchema,
    status: HttpStatus.OK,
  })
  import(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) { companyId }: CompanyQuery,
    @NewId() id: string,
    @Body(valid(importLeadsSchema)) body: ImportLeads,
  ) {
    return this.imports.import(caller, companyId, id, body);
  }

  @Get('export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="leads.csv"')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  @Describe({ summary: 'The leads that a filter leaves, as a CSV file that the import reads.', access: 'lead.read' })
  export(@Caller() caller: Caller, @Query(valid(leadFilterSchema)) filter: LeadFilter) {
    return this.exports.csv(caller, filter);
  }
}
