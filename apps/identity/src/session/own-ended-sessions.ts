import { Injectable } from '@nestjs/common';
import { EndedSessions, Transactions } from '@porchlight/platform';
import { Session } from './session.entity';

/** Identity asks its own table, so an end is known the moment it is committed. */
@Injectable()
export class OwnEndedSessions extends EndedSessions {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async isEnded(sid: string): Promise<boolean> {
    const session = await this.transactions.run({ system: true }, (em) => em.findOne(Session, { id: sid }));
    return !session || session.isOver(new Date());
  }
}
