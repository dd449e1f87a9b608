import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  confirmedEmailSchema,
  inspectedLinkSchema,
  mailedTokenSchema,
  type InspectedLink,
  type MailedToken,
} from '@porchlight/contracts';
import { Describe, Public, valid, ClientAddress } from '@porchlight/platform';
import type { z } from 'zod';
import { Limits } from '../limit/limits';
import { EmailConfirmations } from './email-confirmations';

/** What the page behind a confirmation's link does, on whichever device it is opened. */
@Controller('api/identity/email-confirmations')
@Public()
export class EmailConfirmationController {
  constructor(
    private readonly confirmations: EmailConfirmations,
    private readonly limits: Limits,
  ) {}

  @Post('inspect')
  @HttpCode(200)
  @Describe({
    summary: 'Which e-mail the link confirms, and whether it still works. Looking uses up nothing.',
    access: 'link-holder',
    reply: inspectedLinkSchema,
    status: 200,
  })
  async inspect(
    @Body(valid(mailedTokenSchema)) { token }: MailedToken,
    @ClientAddress() client: string,
  ): Promise<InspectedLink> {
    await this.limits.take({ of: 'link', key: client });
    return this.confirmations.inspect(token);
  }

  @Post('complete')
  @HttpCode(200)
  @Describe({
    summary: "Makes the e-mail the person's own, and the one they sign in with. Works once.",
    access: 'link-holder',
    reply: confirmedEmailSchema,
    status: 200,
  })
  async complete(
    @Body(valid(mailedTokenSchema)) { token }: MailedToken,
    @ClientAddress() client: string,
  ): Promise<z.infer<typeof confirmedEmailSchema>> {
    await this.limits.take({ of: 'link', key: client });
    return this.confirmations.complete(token);
  }
}
