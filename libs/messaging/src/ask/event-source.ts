import { Injectable } from '@nestjs/common';
import { envelopeSchema, eventCatalogue, type Envelope, type EventDefinition } from '@porchlight/contracts';
import { sql, Transactions } from '@porchlight/platform';
import { MessagingOptions } from '../messaging-options';
import type {
  OccurrencesAnswer,
  OccurrencesQuestion,
  StateAnswer,
  StateQuestion,
  VersionsAnswer,
  VersionsQuestion,
} from './event-questions';
import { StateSources } from './state-sources';

const pageSize = 1_000;
const everybody = { system: true } as const;

const asEnvelope = (text: string): Envelope => envelopeSchema.parse(JSON.parse(text));

/** Answers for the events this service owns, from its tables: PostgreSQL is the truth, the streams only carry it. */
@Injectable()
export class EventSource {
  constructor(
    private readonly transactions: Transactions,
    private readonly sources: StateSources,
    private readonly options: MessagingOptions,
  ) {}

  async state({ type, aggregateId }: StateQuestion): Promise<StateAnswer> {
    const event = this.own(type, 'state');
    const known = await this.latest(type, aggregateId);
    if (known) return { envelope: known };
    if (!(await this.sources.make(event, aggregateId))) return { envelope: null };
    return { envelope: await this.latest(type, aggregateId) };
  }

  async versions({ type, after, since }: VersionsQuestion): Promise<VersionsAnswer> {
    this.own(type, 'state');
    const at = new Date().toISOString();
    const rows = await this.transactions.run(everybody, (em) =>
      sql<{ aggregate_id: string; version: string }>(
        em,
        `select aggregate_id, version from latest_state
         where type = ? and (?::timestamptz is null or changed_at >= ?::timestamptz) and (?::uuid is null or aggregate_id > ?::uuid)
         order by aggregate_id limit ?`,
        [type, since, since, after, after, pageSize],
      ),
    );
    const versions = rows.map((row): [string, number] => [row.aggregate_id, Number(row.version)]);
    return { versions, next: nextAfter(rows, (row) => row.aggregate_id), at };
  }

  async occurrences(question: OccurrencesQuestion): Promise<OccurrencesAnswer> {
    this.own(question.type, 'occurrence');
    const at = new Date().toISOString();
    if ('ids' in question)
      return { ids: [], envelopes: await this.envelopes(question.type, question.ids), next: null, at };
    const { type, since, after } = question;
    const rows = await this.transactions.run(everybody, (em) =>
      sql<{ seq: string; id: string }>(
        em,
        `select seq, id from outbox where type = ? and occurred_at >= ? and seq > ? order by seq limit ?`,
        [type, since, after ?? '0', pageSize],
      ),
    );
    return { ids: rows.map((row) => row.id), envelopes: [], next: nextAfter(rows, (row) => row.seq), at };
  }

  private async latest(type: string, aggregateId: string): Promise<Envelope | null> {
    const [row] = await this.transactions.run(everybody, (em) =>
      sql<{ envelope: string }>(em, 'select envelope from latest_state where type = ? and aggregate_id = ?', [
        type,
        aggregateId,
      ]),
    );
    return row ? asEnvelope(row.envelope) : null;
  }

  private async envelopes(type: string, ids: string[]): Promise<Envelope[]> {
    const rows = await this.transactions.run(everybody, (em) =>
      sql<{ envelope: string }>(
        em,
        `select envelope from outbox
         where type = ? and id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) order by seq`,
        [type, JSON.stringify(ids)],
      ),
    );
    return rows.map((row) => asEnvelope(row.envelope));
  }

  private own(type: string, kind: EventDefinition['kind']): EventDefinition {
    const event = eventCatalogue.find((candidate) => candidate.type === type);
    if (event?.producer !== this.options.service || event.kind !== kind)
      throw new Error(`${this.options.service} does not own a ${kind} ${type}`);
    return event;
  }
}

const nextAfter = <Row>(rows: Row[], key: (row: Row) => string): string | null => {
  const last = rows.at(-1);
  return rows.length === pageSize && last ? key(last) : null;
};
