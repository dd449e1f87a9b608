import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { type DataOf, letterRequestedV1, type LetterKind } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';

type Asked = Partial<Pick<DataOf<typeof letterRequestedV1>, 'generation' | 'language'>>;

/** Asks for mails about accounts, in the transaction that makes them due. Without a mail server there are none. */
@Injectable()
export class Letters {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  get canBeSent(): boolean {
    return this.config.SMTP_CONFIGURED;
  }

  /** `language`: of the page it was asked for on, where there is one. */
  async request(
    em: EntityManager,
    kind: LetterKind,
    reference: string,
    { generation = 1, language }: Asked = {},
  ): Promise<void> {
    if (!this.canBeSent) return;
    const letter = { companyId: null, aggregateId: reference, aggregateVersion: generation };
    await this.outbox.add(em, letterRequestedV1, { ...letter, data: { kind, reference, generation, language } });
  }
}
