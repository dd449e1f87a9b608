import { Body, Controller, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  inspectedInvitationSchema,
  invitationTokenSchema,
  readInvitationSchema,
  type AcceptedInvitation,
  type AcceptInvitation,
  type InspectedInvitation,
  type ReadInvitation,
} from '@porchlight/contracts';
import { Describe, OptionalCaller, Public, valid, type Caller, ClientAddress } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DeviceCookie } from '../device/device-cookie';
import { deviceName } from '../session/device-name';
import { RefreshCookie } from '../session/refresh-cookie';
import { AcceptanceService } from './acceptance.service';
import { InvitationPage } from './invitation-page';

/** What the page behind an invitation's link does. The token travels in a body, never in an address. */
@Controller('api/identity/invitations')
@Public()
export class AcceptanceController {
  constructor(
    private readonly page: InvitationPage,
    private readonly acceptance: AcceptanceService,
    private readonly cookie: RefreshCookie,
    private readonly devices: DeviceCookie,
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
    @ClientAddress() client: string,
    @Body(valid(invitationTokenSchema)) { token }: z.infer<typeof invitationTokenSchema>,
  ): Promise<InspectedInvitation> {
    return this.page.inspect(client, token);
  }

  @Post('opened')
  @HttpCode(204)
  @Describe({ summary: 'Notes that a person does something on the page.', access: 'link-holder', status: 204 })
  opened(
    @ClientAddress() client: string,
    @Body(valid(readInvitationSchema)) { token, language }: ReadInvitation,
  ): Promise<void> {
    return this.page.opened(client, token, language);
  }

  @Post('renew')
  @HttpCode(202)
  @Describe({
    summary: 'Mails a new link to the same address, for one that works no more; at most one in ten minutes.',
    access: 'link-holder',
    status: 202,
  })
  async renew(
    @ClientAddress() client: string,
    @Body(valid(readInvitationSchema)) { token, language }: ReadInvitation,
  ): Promise<Record<string, never>> {
    await this.page.renew(client, token, language);
    return {};
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
    @ClientAddress() client: string,
    @Headers('user-agent') agent: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedInvitation> {
    const from = { client, device: deviceName(agent) };
    const { accepted, begun } = await this.acceptance.accept(caller, body, from);
    if (begun) {
      this.cookie.write(reply, begun.refreshToken);
      this.devices.remember(request, reply, begun.account);
    }
    return accepted;
  }
}
