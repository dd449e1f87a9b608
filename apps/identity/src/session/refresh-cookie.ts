import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@porchlight/platform';
import { parseCookie, stringifySetCookie, type SetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { idleMs } from './session.entity';

const name = 'porchlight_refresh';

/** Carries the refresh token where scripts cannot read it, to the session routes only, and never across sites. */
@Injectable()
export class RefreshCookie {
  private readonly attributes: Pick<SetCookie, 'path' | 'httpOnly' | 'sameSite' | 'secure'>;

  constructor(@Inject(CONFIG) config: Config) {
    const secure = config.PUBLIC_ORIGINS[0]?.startsWith('https:') ?? true;
    this.attributes = { path: '/api/identity/sessions', httpOnly: true, sameSite: 'strict', secure };
  }

  read(request: FastifyRequest): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[name] || undefined;
  }

  write(reply: FastifyReply, token: string): void {
    this.set(reply, token, idleMs / 1000);
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', 0);
  }

  private set(reply: FastifyReply, value: string, maxAge: number): void {
    void reply.header('set-cookie', stringifySetCookie({ name, value, maxAge, ...this.attributes }));
  }
}
