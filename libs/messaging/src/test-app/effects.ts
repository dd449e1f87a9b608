import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Envelope } from '@porchlight/contracts';
import { sql, Transactions } from '@porchlight/platform';
import type { Delivery } from '../consume/delivery';
import { Unprocessable } from '../consume/unprocessable';

const write = (em: EntityManager, table: string, { type, aggregateId, aggregateVersion, id }: Envelope) =>
  sql(em, `insert into ${table} (type, aggregate_id, version, event_id) values (?, ?, ?, ?)`, [
    type,
    aggregateId,
    aggregateVersion,
    id,
  ]);

/** What applying a message does here: a row, which must be there once. Names of projects say what goes wrong. */
@Injectable()
export class Effects {
  constructor(private readonly transactions: Transactions) {}

  async of(envelope: Envelope<{ name: string }>, delivery: Delivery): Promise<void> {
    await write(delivery.em, 'test_effect', envelope);
    const { name } = envelope.data;
    if (name === 'unprocessable') throw new Unprocessable('the test says so');
    const [, failures] = /^fails (\d+)$/.exec(name) ?? [];
    if (delivery.attempt <= Number(failures ?? 0)) throw new Error('the test says so');
  }

  /** A change of this service's own, which its event must come with. */
  async change(em: EntityManager, aggregateId: string, version: number): Promise<void> {
    await sql(em, 'insert into test_change (aggregate_id, version) values (?, ?)', [aggregateId, version]);
  }

  async delivered(envelope: Envelope): Promise<void> {
    await this.transactions.run({ system: true }, (em) => write(em, 'test_delivered', envelope));
  }
}
