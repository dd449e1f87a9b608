import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  sessionListSchema,
  signedInSchema,
  signInSchema,
  type Pending,
  type SignedIn,
  type SignIn,
} from '@porchlight/contracts';
import {
  Caller,
  Describe,
  IdPipe,
  OptionalCaller,
  ProblemError,
  Public,
  valid,
  ClientAddress,
} from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DeviceCookie } from '../device/device-cookie';
import { revokedReply } from '../membership/revoked-reply';
import { deviceName } from './device-name';
import { RefreshCookie } from './refresh-cookie';
import { SessionEnds } from './session-ends';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';

@Controller('api/identity/sessions')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
    private readonly ends: SessionEnds,
    private readonly cookie: RefreshCookie,
    private readonly devices: DeviceCookie,
  ) {}

  @Post()
  @Public()
  @Describe({
    summary: 'Signs in: an access token, and a refresh token in an HttpOnly cookie.',
    access: 'anyone',
    reply: signedInSchema,
  })
  async signIn(
    @Body(valid(signInSchema)) body: SignIn,
    @ClientAddress() client: string,
    @Headers('user-agent') agent: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const from = { client, device: deviceName(agent), knownAs: this.devices.read(request) };
    const { signedIn, refreshToken, account } = await this.signIns.signIn(body, from);
    this.cookie.write(reply, refreshToken);
    this.devices.remember(request, reply, account);
    return signedIn;
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @Describe({
    summary: 'A new access token for the refresh cookie, which is replaced.',
    access: 'link-holder',
    reply: signedInSchema,
    status: 200,
  })
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedIn> {
    try {
      const { signedIn, refreshToken } = await this.sessions.refresh(this.cookie.read(request));
      if (refreshToken) this.cookie.write(reply, refreshToken);
      return signedIn;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) this.cookie.clear(reply);
      throw error;
    }
  }

  @Delete('current')
  @Public()
  @Describe({ summary: 'Signs out, by access token or refresh cookie.', access: 'link-holder', status: 204 })
  async signOut(
    @OptionalCaller() caller: Caller | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    const { done } = await this.ends.signOut(caller?.sid ?? null, this.cookie.read(request));
    this.cookie.clear(reply);
    return revokedReply(reply, done);
  }

  @Delete(':id')
  @Describe({
    summary: "Ends one of the caller's sessions: 204 when no screen shows a portal to it, 202 while that is pending.",
    access: 'signed-in',
    status: 204,
  })
  async end(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    const { done } = await this.ends.endOne(caller.personId, id);
    if (id === caller.sid) this.cookie.clear(reply);
    return revokedReply(reply, done);
  }

  @Delete()
  @Describe({ summary: 'Signs out everywhere.', access: 'signed-in', status: 204 })
  async signOutEverywhere(
    @Caller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    const { done } = await this.ends.signOutEverywhere(caller.personId);
    this.cookie.clear(reply);
    return revokedReply(reply, done);
  }

  @Get()
  @Describe({
    summary: "The caller's open sessions, latest used first.",
    access: 'signed-in',
    reply: sessionListSchema,
  })
  list(@Caller() caller: Caller): Promise<z.infer<typeof sessionListSchema>> {
    return this.sessions.list(caller.personId, caller.sid);
  }
}
