import { Inject, Injectable } from '@nestjs/common';
import { CapabilityTokens, CONFIG } from '@porchlight/platform';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomInt } from 'node:crypto';
import type { Config } from '../config';

const name = 'porchlight_device';
const maxAge = 400 * 86_400;
/** A household's tablet knows a few people. */
const mostPeople = 4;
const separator = '.';

/**
 * Remembers in the browser who has proved here to be who (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 * No credential: it only says in which bucket wrong passwords count, so that strangers cannot lock somebody out.
 */
@Injectable()
export class DeviceCookie {
  private readonly tokens: CapabilityTokens;
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.tokens = new CapabilityTokens(config.TOKEN_KEYS, 'device');
    this.secure = config.PUBLIC_ORIGINS[0]?.startsWith('https:') ?? true;
  }

  /** What the browser presents; `knownTo` says what it is worth. */
  read(request: FastifyRequest): readonly string[] {
    const value = parseCookie(request.headers.cookie ?? '')[name] ?? '';
    return value.split(separator, mostPeople).filter((token) => this.tokens.read(token) !== null);
  }

  /** Which of the tokens makes this a device that the person's account knows; null: none. */
  knownTo(personId: string, tokens: readonly string[]): string | null {
    return tokens.find((token) => this.tokens.read(token)?.id === personId) ?? null;
  }

  /** After the person proved who they are: makes the device known to their account, beside those of others who use it. */
  remember(request: FastifyRequest, reply: FastifyReply, personId: string): void {
    const held = this.read(request);
    // The generation tells the devices of one person apart, so that each has a bucket of its own.
    const own = this.knownTo(personId, held) ?? this.tokens.mint({ id: personId, generation: randomInt(1, 2 ** 32) });
    const value = [own, ...held.filter((token) => token !== own)].slice(0, mostPeople).join(separator);
    const path = '/api/identity';
    void reply.header(
      'set-cookie',
      stringifySetCookie({ name, value, maxAge, path, httpOnly: true, sameSite: 'strict', secure: this.secure }),
    );
  }
}
