import { Inject, Injectable } from '@nestjs/common';
import { CapabilityTokens, CONFIG } from '@porchlight/platform';
import { v7 } from 'uuid';
import type { Config } from '../../config';

/** Nobody reads and fills in a form within that; machines do. */
const soonest = 3_000;
const latest = 24 * 60 * 60 * 1_000;

export interface Ticket {
  /** Becomes the lead's: the same ticket sent again meets the lead that it made. */
  readonly id: string;
  readonly age: 'too_young' | 'good' | 'too_old';
}

/** When a UUIDv7 was made, in milliseconds: its first 48 bits (RFC 9562, 5.7). */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** What a public form gives out and wants back: signed, for one company's form alone, and nothing is stored for it. */
@Injectable()
export class Tickets {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  give(companyId: string): string {
    return this.mint(companyId, v7());
  }

  /** For a form that is shown again: what somebody has looked through once may be sent as fast as they like. */
  giveAgain(companyId: string): string {
    return this.mint(companyId, v7({ msecs: Date.now() - soonest }));
  }

  /** Null for what was not given out for this company's form. */
  read(companyId: string, token: string): Ticket | null {
    const named = this.tokens(companyId).read(token);
    if (!named) return null;
    const age = Date.now() - madeAt(named.id);
    return { id: named.id, age: age < soonest ? 'too_young' : age > latest ? 'too_old' : 'good' };
  }

  private mint(companyId: string, id: string): string {
    return this.tokens(companyId).mint({ id, generation: 1 });
  }

  private tokens(companyId: string): CapabilityTokens {
    return new CapabilityTokens(this.config.TOKEN_KEYS, `capture ${companyId}`);
  }
}
