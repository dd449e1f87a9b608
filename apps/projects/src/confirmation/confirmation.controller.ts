import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { confirmationSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe } from '@porchlight/platform';
import { ConfirmationService } from './confirmation.service';

@Controller('api/projects/:id')
export class ConfirmationController {
  constructor(private readonly confirmations: ConfirmationService) {}

  @Get('confirmation')
  @Describe({
    summary: 'When the builder last stood by what the customer sees.',
    access: 'project.read',
    reply: confirmationSchema,
  })
  last(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return this.confirmations.last(caller, id);
  }

  @Post('confirm')
  @HttpCode(200)
  @Describe({
    summary: 'Says that what the customer sees is still right.',
    access: 'portal.confirm',
    status: 200,
    reply: confirmationSchema,
  })
  confirm(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return this.confirmations.confirm(caller, id);
  }
}
