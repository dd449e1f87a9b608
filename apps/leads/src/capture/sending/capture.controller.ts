import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, UseGuards } from '@nestjs/common';
import { type Capture, capturedSchema, captureSchema, publicFormSchema } from '@porchlight/contracts';
import { Describe, Public, valid } from '@porchlight/platform';
import { CaptureApi } from './capture-api';
import { CountSending } from './count-sending';
import { CountVisit } from './count-visit';

@Controller('api/leads/capture/:slug')
@Public()
@UseGuards(CountVisit)
export class CaptureController {
  constructor(private readonly api: CaptureApi) {}

  @Get()
  @Describe({
    summary: 'What a form of one’s own asks for, and the ticket to send back. 410 form_closed.',
    access: 'anyone',
    reply: publicFormSchema,
  })
  form(@Param('slug') slug: string) {
    return this.api.form(slug);
  }

  @Post()
  @HttpCode(HttpStatus.CREATED)
  @UseGuards(CountSending)
  @Describe({
    summary:
      'Sends a filled-in form; the same form sent again is one lead. 409 form_expired: ask for a new ticket; 409 form_too_soon: send it once more.',
    access: 'anyone',
    reply: capturedSchema,
  })
  send(@Param('slug') slug: string, @Body(valid(captureSchema)) body: Capture) {
    return this.api.send(slug, body);
  }
}
