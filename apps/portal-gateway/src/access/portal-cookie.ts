import { Inject, Injectable } from '@nestjs/common';
import { CapabilityTokens, CONFIG } from '@porchlight/platform';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Config } from '../config';
import type { Credential } from './credential';

/** The longest life browsers grant a cookie: 400 days, in seconds (RFC 6265bis, section 5.5). */
export const longestCookieLife = 400 * 24 * 60 * 60;

const prefix = 'pl_';
const nameFor = (projectId: string): string => `${prefix}${projectId}`;

/**
 * The portal cookie `pl_{projectId}`. Its value is signed for a purpose of its own, so neither a link token nor another
 * service's token is ever a cookie, and a cookie is never a link.
 */
@Injectable()
export class PortalCookies {
  private readonly links: CapabilityTokens;
  private readonly sessions: CapabilityTokens;
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.links = new CapabilityTokens(config.TOKEN_KEYS, 'portal-cookie-link');
    this.sessions = new CapabilityTokens(config.TOKEN_KEYS, 'portal-cookie-session');
    this.secure = config.PUBLIC_ORIGINS[0]?.startsWith('https:') ?? true;
  }

  /** The two `Set-Cookie` values, one for the page and one for its API, that last until `endsAt` or 400 days. */
  issue(projectId: string, credential: Credential, endsAt: Date | null = null): string[] {
    const left = endsAt === null ? longestCookieLife : Math.floor((endsAt.getTime() - Date.now()) / 1000);
    const maxAge = Math.max(0, Math.min(longestCookieLife, left));
    return [`/portal/${projectId}`, `/api/portal/${projectId}`].map((path) =>
      stringifySetCookie({
        name: nameFor(projectId),
        value: this.valueOf(credential),
        maxAge,
        path,
        httpOnly: true,
        sameSite: 'lax',
        secure: this.secure,
      }),
    );
  }

  /** The credential of this project's cookie, or null. */
  read(header: string | undefined, projectId: string): Credential | null {
    const value = parseCookie(header ?? '')[nameFor(projectId)];
    return value === undefined ? null : this.parse(value);
  }

  /** Whether the header carries a genuine cookie of some other project: never a browser's doing. */
  hasForeign(header: string | undefined, projectId: string): boolean {
    return Object.entries(parseCookie(header ?? '')).some(
      ([name, value = '']) => name.startsWith(prefix) && name !== nameFor(projectId) && this.parse(value) !== null,
    );
  }

  private valueOf(credential: Credential): string {
    return credential.kind === 'link'
      ? `l.${this.links.mint(credential)}`
      : `s.${this.sessions.mint({ id: credential.id, generation: 1 })}`;
  }

  private parse(value: string): Credential | null {
    if (value.startsWith('l.')) {
      const link = this.links.read(value.slice(2));
      return link && { kind: 'link', id: link.id, generation: link.generation };
    }
    const session = value.startsWith('s.') ? this.sessions.read(value.slice(2)) : null;
    return session && { kind: 'session', id: session.id };
  }
}
