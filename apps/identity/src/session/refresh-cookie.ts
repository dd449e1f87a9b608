import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config';
import { idleMs } from './session.entity';

const NAME = 'porchlight_refresh';
/** A refresh token is base64url, so neither quoting nor encoding can occur (RFC 6265 4.1.1). */
const PAIR = new RegExp(`(?:^|;) *${NAME}=([A-Za-z0-9_-]+) *(?:;|$)`);

/** Carries the refresh token where scripts cannot read it, to the session routes only, and never across sites. */
@Injectable()
export class RefreshCookie {
  private readonly attributes: string;

  constructor(@Inject(CONFIG) config: Config) {
    const secure = config.PUBLIC_ORIGINS[0]?.startsWith('https:') ? '; Secure' : '';
    this.attributes = `Path=/api/identity/sessions; HttpOnly; SameSite=Strict${secure}`;
  }

  read(request: FastifyRequest): string | undefined {
    return PAIR.exec(request.headers.cookie ?? '')?.[1];
  }

  write(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', `${NAME}=${token}; Max-Age=${idleMs / 1000}; ${this.attributes}`);
  }

  clear(reply: FastifyReply): void {
    void reply.header('set-cookie', `${NAME}=; Max-Age=0; ${this.attributes}`);
  }
}
