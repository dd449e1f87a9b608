import { Injectable } from '@nestjs/common';
import { localeSchema, type linkRequestSchema } from '@porchlight/contracts';
import { sql, Transactions } from '@porchlight/platform';
import { v7 } from 'uuid';
import type { z } from 'zod';

type Asked = z.infer<typeof linkRequestSchema>;

export interface WaitingRequest extends Asked {
  readonly id: string;
  readonly projectId: string;
  readonly askedAt: Date;
}

interface Row {
  id: string;
  project_id: string;
  email: string;
  language: string | null;
  asked_at: Date | string;
}

/** The wishes that identity has not decided yet. Addresses of people nobody knows are kept no longer than that. */
@Injectable()
export class WaitingRequests {
  constructor(private readonly transactions: Transactions) {}

  /** The same work for every address and project there is or is not. */
  async add(projectId: string, { email, language }: Asked): Promise<void> {
    await this.transactions.run({ capabilityId: projectId }, (em) =>
      sql(
        em,
        `insert into link_request (id, project_id, email, language, asked_at, next_try_at)
         values (?, ?, ?, ?, now(), now())`,
        [v7(), projectId, email, language ?? null],
      ),
    );
  }

  /** One that is due, which no other replica takes for five seconds from now; null when there is none. */
  async claim(): Promise<WaitingRequest | null> {
    const [row] = await this.transactions.run({ system: true }, async (em) => {
      // Nobody waits a day for a link.
      await sql(em, `delete from link_request where asked_at < now() - interval '1 day'`);
      return sql<Row>(
        em,
        `update link_request set next_try_at = now() + interval '5 seconds'
         where id = (
           select id from link_request where next_try_at <= now() order by next_try_at limit 1 for update skip locked
         ) returning id, project_id, email, language, asked_at`,
      );
    });
    if (!row) return null;
    const language = localeSchema.safeParse(row.language).data;
    return {
      id: row.id,
      projectId: row.project_id,
      email: row.email,
      askedAt: new Date(row.asked_at),
      ...(language && { language }),
    };
  }

  async forget({ id, projectId }: WaitingRequest): Promise<void> {
    await this.transactions.run({ capabilityId: projectId }, (em) =>
      sql(em, 'delete from link_request where id = ?', [id]),
    );
  }
}
