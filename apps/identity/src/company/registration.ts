import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, ProblemError } from '@porchlight/platform';
import type { Config } from '../config';

/** Whether strangers may register companies here; otherwise whoever runs this creates them. */
@Injectable()
export class Registration {
  readonly open: boolean;

  constructor(@Inject(CONFIG) { REGISTRATION }: Config) {
    this.open = REGISTRATION === 'open';
  }

  /** Throws 403 `registration_closed`. */
  requireOpen(): void {
    if (!this.open)
      throw new ProblemError(
        'registration_closed',
        403,
        'Companies cannot register here themselves. Ask whoever runs this Porchlight to create yours.',
      );
  }
}
