import { Inject, Injectable } from '@nestjs/common';
import { CapabilityTokens, CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import type { Invitation } from './invitation.entity';

/** Makes and reads the links of invitations; nothing of them is stored. */
@Injectable()
export class InvitationLinks {
  private readonly tokens: CapabilityTokens;
  private readonly origin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.tokens = new CapabilityTokens(config.TOKEN_KEYS, 'invitation');
    this.origin = config.PUBLIC_ORIGINS[0] ?? '';
  }

  /** The key version to store with a new sending. */
  get keyVersion(): number {
    return this.tokens.newestKeyVersion;
  }

  /** The link of the current sending, its token in the fragment, which no server or log ever sees. Null once its key was retired. */
  of({ id, generation, keyVersion }: Invitation): string | null {
    return this.tokens.has(keyVersion)
      ? `${this.origin}/invite#${this.tokens.mintWith(keyVersion, { id, generation })}`
      : null;
  }

  read(token: string): { id: string; generation: number } | null {
    return this.tokens.read(token);
  }
}
