import { Body, Controller, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import {
  changeEmailSchema,
  changeMeSchema,
  changePasswordSchema,
  deactivateMeSchema,
  personSchema,
  type ChangeEmail,
  type ChangeMe,
  type ChangePassword,
  type DeactivateMe,
  type Pending,
  type Person,
} from '@porchlight/contracts';
import { Caller, Describe, valid } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeviceCookie } from '../device/device-cookie';
import { revokedReply } from '../membership/revoked-reply';
import { RefreshCookie } from '../session/refresh-cookie';
import { AccountService } from './account.service';
import { Deactivation } from './deactivation';

@Controller('api/identity/me')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly deactivation: Deactivation,
    private readonly cookie: RefreshCookie,
    private readonly devices: DeviceCookie,
  ) {}

  @Patch()
  @Describe({ summary: "Changes the caller's name.", access: 'signed-in', reply: personSchema })
  rename(@Caller() caller: Caller, @Body(valid(changeMeSchema)) body: ChangeMe): Promise<Person> {
    return this.account.rename(caller, body);
  }

  @Post('password')
  @Describe({
    summary:
      "Chooses a new password and ends the caller's other sessions. 202 while a portal screen is not closed yet.",
    access: 'signed-in',
    status: 204,
  })
  async changePassword(
    @Caller() caller: Caller,
    @Body(valid(changePasswordSchema)) body: ChangePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    const { account, closing } = await this.account.changePassword(caller, body);
    this.devices.remember(request, reply, account);
    return revokedReply(reply, closing.done);
  }

  @Post('email')
  @HttpCode(202)
  @Describe({
    summary: 'Has a link mailed to an address, by which it becomes the one the caller signs in with.',
    access: 'signed-in',
    status: 202,
  })
  async changeEmail(
    @Caller() caller: Caller,
    @Body(valid(changeEmailSchema)) body: ChangeEmail,
  ): Promise<Record<string, never>> {
    await this.account.changeEmail(caller, body);
    return {};
  }

  @Post('deactivate')
  @Describe({
    summary: 'Closes the account for good. 202 while a portal screen is not closed yet.',
    access: 'signed-in',
    status: 204,
  })
  async deactivate(
    @Caller() caller: Caller,
    @Body(valid(deactivateMeSchema)) body: DeactivateMe,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    const done = await this.deactivation.deactivate(caller, body);
    this.cookie.clear(reply);
    return revokedReply(reply, done);
  }
}
