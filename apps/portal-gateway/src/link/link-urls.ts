import { Inject, Injectable } from '@nestjs/common';
import { CapabilityTokens, CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import type { ShareLink } from './link.entity';

/** The addresses of share links; a token exists only here, on its way out. */
@Injectable()
export class LinkUrls {
  private readonly tokens: CapabilityTokens;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.tokens = new CapabilityTokens(config.TOKEN_KEYS, 'share-link');
  }

  get newestKeyVersion(): number {
    return this.tokens.newestKeyVersion;
  }

  of(link: Pick<ShareLink, 'id' | 'projectId' | 'generation' | 'keyVersion'>): string {
    return `${this.config.PUBLIC_ORIGINS[0]}/portal/${link.projectId}?token=${this.tokenOf(link)}`;
  }

  read(token: string): ReturnType<CapabilityTokens['read']> {
    return this.tokens.read(token);
  }

  private tokenOf(link: Pick<ShareLink, 'id' | 'generation' | 'keyVersion'>): string {
    try {
      return this.tokens.mintWith(link.keyVersion, link);
    } catch (error) {
      // The operator retired the key and with it the old address; the builder finds a working one here.
      if (error instanceof RangeError) return this.tokens.mint(link);
      throw error;
    }
  }
}
