import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import {
  captureFormSchema,
  type ChangeCaptureForm,
  changeCaptureFormSchema,
  type CompanyQuery,
  companyQuerySchema,
} from '@porchlight/contracts';
import { Caller, Describe, IfMatch, valid } from '@porchlight/platform';
import { CaptureFormService } from './capture-form.service';

@Controller('api/leads/capture-form')
export class CaptureFormController {
  constructor(private readonly forms: CaptureFormService) {}

  @Get()
  @Describe({
    summary: "A company's public form, with its page and the HTML that embeds it; made at first sight.",
    access: 'capture.read',
    reply: captureFormSchema,
  })
  get(@Caller() caller: Caller, @Query(valid(companyQuerySchema)) query: CompanyQuery) {
    return this.forms.get(caller, query.companyId);
  }

  @Patch()
  @Describe({
    summary: 'Changes the public form. If-Match. Addresses it had before lead to it as well, and to no other form.',
    access: 'capture.change',
    reply: captureFormSchema,
  })
  change(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) query: CompanyQuery,
    @IfMatch() version: number,
    @Body(valid(changeCaptureFormSchema)) body: ChangeCaptureForm,
  ) {
    return this.forms.change(caller, query.companyId, version, body);
  }
}
