import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { previewedMailSchema, previewMailSchema, type PreviewMail } from '@porchlight/contracts';
import { Caller, Describe, valid } from '@porchlight/platform';
import { PreviewService } from './preview.service';

@Controller('api/notifications/mail-preview')
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Post()
  @HttpCode(200)
  @Describe({
    summary: 'The invitation mail as it would arrive, with colours and texts that are not saved yet. Sends nothing.',
    access: 'brand.read',
    reply: previewedMailSchema,
  })
  preview(@Caller() caller: Caller, @Body(valid(previewMailSchema)) wanted: PreviewMail) {
    return this.previews.preview(caller, wanted);
  }
}
