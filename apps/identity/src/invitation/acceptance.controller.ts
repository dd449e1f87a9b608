import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  inspectedInvitationSchema,
  invitationTokenSchema,
  type AcceptedInvitation,
  type AcceptInvitation,
  type InspectedInvitation,
} from '@porchlight/contracts';
import { Describe, OptionalCaller, Public, valid, type Caller } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { deviceName } from '../session/device-name';
import { RefreshCookie } from '../session/refresh-cookie';
import { AcceptanceService } from './acceptance.service';

/** What the page behind an invitation's link does. The token travels in a body, never in an address. */
@Controller('api/identity/invitations')
@Public()
export class AcceptanceController {
  constructor(
    private readonly acceptance: AcceptanceService,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('inspect')
  @HttpCode(200)
  @Describe({
    summary: 'Who invites to what. Looking uses up nothing.',
    access: 'link-holder',
    reply: inspectedInvitationSchema,
    status: 200,
  })
  inspect(
    @Body(valid(invitationTokenSchema)) { token }: z.infer<typeof invitationTokenSchema>,
  ): Promise<InspectedInvitation> {
    return this.acceptance.inspect(token);
  }

  @Post('accept')
  @Describe({
    summary: 'Joins; a new person signs up by it. Works once.',
    access: 'link-holder',
    reply: acceptedInvitationSchema,
  })
  async accept(
    @OptionalCaller() caller: Caller | null,
    @Body(valid(acceptInvitationSchema)) body: AcceptInvitation,
    @Headers('user-agent') agent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedInvitation> {
    const { accepted, refreshToken } = await this.acceptance.accept(caller, body, deviceName(agent));
    if (refreshToken !== null) this.cookie.write(reply, refreshToken);
    return accepted;
  }
}
