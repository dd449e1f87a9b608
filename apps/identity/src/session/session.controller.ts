import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { sessionListSchema, signedInSchema, signInSchema, type SignedIn, type SignIn } from '@porchlight/contracts';
import { Caller, Describe, OptionalCaller, ProblemError, Public, valid } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { deviceName } from './device-name';
import { RefreshCookie } from './refresh-cookie';
import { SessionService } from './session.service';

@Controller('api/identity/sessions')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookie: RefreshCookie,
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
    @Headers('user-agent') agent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const { signedIn, refreshToken } = await this.sessions.signIn(body, deviceName(agent));
    this.cookie.write(reply, refreshToken);
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
  @HttpCode(204)
  @Describe({ summary: 'Signs out, by access token or refresh cookie.', access: 'link-holder', status: 204 })
  async signOut(
    @OptionalCaller() caller: Caller | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(caller?.sid ?? null, this.cookie.read(request));
    this.cookie.clear(reply);
  }

  @Delete()
  @HttpCode(204)
  @Describe({ summary: 'Signs out everywhere.', access: 'signed-in', status: 204 })
  async signOutEverywhere(@Caller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOutEverywhere(caller.personId);
    this.cookie.clear(reply);
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
