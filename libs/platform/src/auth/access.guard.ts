import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { problems, ProblemError } from '../http/problem';
import type { Caller } from './caller';
import { PUBLIC } from './decorators';
import { EndedSessions } from './ended-sessions';
import { KeysUnavailable } from './published-keys';

/** Stands before every route: a good access token of a session that has not ended, unless the route is `@Public()`. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly endedSessions: EndedSessions,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const open = this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]);
    const request = context.switchToHttp().getRequest<{ headers: { authorization?: string }; user?: Caller }>();
    if (open && request.headers.authorization === undefined) return true;
    try {
      await super.canActivate(context);
      if (request.user && (await this.isEnded(request.user.sid))) throw problems.unauthenticated();
      return true;
    } catch (error) {
      delete request.user;
      if (open) return true;
      throw error instanceof ProblemError ? error : problems.unauthenticated();
    }
  }

  private async isEnded(sid: string): Promise<boolean> {
    try {
      return await this.endedSessions.isEnded(sid);
    } catch {
      throw problems.unavailable('Sign-ins cannot be checked right now. Try again in a moment.');
    }
  }

  /** Passport tells in `info` why there is no user. */
  override handleRequest<TUser = Caller>(error: unknown, user: TUser | false | null, info: unknown): TUser {
    if (info instanceof KeysUnavailable) throw info;
    if (error || !user) throw problems.unauthenticated();
    return user;
  }
}
