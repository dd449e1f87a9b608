import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  completeResetSchema,
  inspectedLinkSchema,
  mailedTokenSchema,
  requestResetSchema,
  type CompleteReset,
  type InspectedLink,
  type MailedToken,
  type Pending,
  type RequestReset,
} from '@porchlight/contracts';
import { Describe, Public, valid, ClientAddress } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceCookie } from '../device/device-cookie';
import { Limits } from '../limit/limits';
import { revokedReply } from '../membership/revoked-reply';
import { PasswordResets } from './password-resets';

/** For those who cannot sign in. The token travels in a body, never in an address. */
@Controller('api/identity/password-resets')
@Public()
export class PasswordResetController {
  constructor(
    private readonly resets: PasswordResets,
    private readonly limits: Limits,
    private readonly devices: DeviceCookie,
  ) {}

  @Post()
  @HttpCode(202)
  @Describe({
    summary:
      'Asks for a link to choose a new password, which is mailed if there is such an account. Says the same anyway.',
    access: 'anyone',
    status: 202,
  })
  async request(
    @Body(valid(requestResetSchema)) body: RequestReset,
    @ClientAddress() client: string,
  ): Promise<Record<string, never>> {
    await this.resets.request(body, client);
    return {};
  }

  @Post('inspect')
  @HttpCode(200)
  @Describe({
    summary: 'Whose password the link is about, and whether it still works. Looking uses up nothing.',
    access: 'link-holder',
    reply: inspectedLinkSchema,
    status: 200,
  })
  async inspect(
    @Body(valid(mailedTokenSchema)) { token }: MailedToken,
    @ClientAddress() client: string,
  ): Promise<InspectedLink> {
    await this.limits.take({ of: 'link', key: client });
    return this.resets.inspect(token);
  }

  @Post('complete')
  @Describe({
    summary:
      'Chooses the new password and ends every session. Works once. 202 while a portal screen is not closed yet.',
    access: 'link-holder',
    status: 204,
  })
  async complete(
    @Body(valid(completeResetSchema)) body: CompleteReset,
    @ClientAddress() client: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    await this.limits.take({ of: 'link', key: client });
    const { account, done } = await this.resets.complete(body);
    this.devices.remember(request, reply, account);
    return revokedReply(reply, done);
  }
}
