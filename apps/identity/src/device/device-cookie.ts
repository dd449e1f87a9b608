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

/** Whom a device is known to: devices become strangers with the next password, whoever knew the old one included. */
export interface Account {
  readonly id: string;
  readonly passwordVersion: number;
}

const versionIn = (generation: number): number => generation >>> 16;
const versionOf = ({ passwordVersion }: Account): number => passwordVersion & 0xffff;

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

  /** Which of the tokens makes this a device that the account knows; null: none. */
  knownTo(account: Account, tokens: readonly string[]): string | null {
    return tokens.find((token) => this.isOf(account, token)) ?? null;
  }

  /** After the person proved who they are: makes the device known to their account, beside those of others who use it. */
  remember(request: FastifyRequest, reply: FastifyReply, account: Account): void {
    const held = this.read(request);
    const own = this.knownTo(account, held) ?? this.mint(account);
    const others = held.filter((token) => this.tokens.read(token)?.id !== account.id);
    const value = [own, ...others].slice(0, mostPeople).join(separator);
    const path = '/api/identity';
    void reply.header(
      'set-cookie',
      stringifySetCookie({ name, value, maxAge, path, httpOnly: true, sameSite: 'strict', secure: this.secure }),
    );
  }

  /** The generation holds the password's version, and tells the devices of one person apart: each has its own bucket. */
  private mint(account: Account): string {
    const generation = versionOf(account) * 0x1_0000 + randomInt(1, 0x1_0000);
    return this.tokens.mint({ id: account.id, generation });
  }

  private isOf(account: Account, token: string): boolean {
    const read = this.tokens.read(token);
    return read !== null && read.id === account.id && versionIn(read.generation) === versionOf(account);
  }
}
