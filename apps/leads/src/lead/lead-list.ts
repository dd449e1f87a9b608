import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type Lead as LeadReply,
  type LeadFilter,
  type LeadQuery,
  leadStageSchema,
  type LeadTotals,
  type Money,
} from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, pageOfRows, sql, todayIn } from '@porchlight/platform';
import { CompanyCopy } from '../company/company.copy';
import { allOf, type Clause, isDue, matches } from './lead-filter';
import { ordered } from './lead-order';
import type { Lead } from './lead.entity';
import { repliesOf } from './lead-replies';
import { leadsByIds } from './lead.repository';

/** How many leads are read at once where all of them are wanted. */
const partSize = 500;
const leadsWithClients = 'from lead join client on client.id = lead.client_id';

/** Finds leads: which of them, in which order, a page at a time, and what they add up to. */
@Injectable()
export class LeadList {
  constructor(
    private readonly staff: Staff,
    private readonly companies: CompanyCopy,
  ) {}

  page(caller: Caller, query: LeadQuery): Promise<{ items: LeadReply[]; nextCursor: string | null }> {
    return this.staff.inCompany(caller, query.companyId, 'lead.read', async (em, { companyId }) => {
      const { keyText, orderBy, after } = ordered(query.sort, query.cursor);
      const where = allOf([...(await this.left(em, companyId, query)), ...(after ? [after] : [])]);
      const found = await sql<{ id: string; key: string | null }>(
        em,
        `select lead.id, ${keyText} as key ${leadsWithClients} where ${where.sql} order by ${orderBy} limit ?`,
        [...where.params, query.limit + 1],
      );
      const { rows, nextCursor } = pageOfRows(found, query.limit, ({ id, key }) => [query.sort, key, id]);
      const leads = await leadsByIds(
        em,
        rows.map(({ id }) => id),
      );
      return { items: await repliesOf(em, leads), nextCursor };
    });
  }

  /** Every lead that a filter leaves, newest first, a part at a time so that few are in memory at once; all at one moment. */
  all<T>(
    caller: Caller,
    filter: LeadFilter,
    map: (leads: readonly Lead[], em: EntityManager) => Promise<T>,
  ): Promise<T[]> {
    return this.staff.inCompany(caller, filter.companyId, 'lead.read', async (em, { companyId }) => {
      const where = allOf(await this.left(em, companyId, filter));
      const found = await sql<{ id: string }>(
        em,
        `select lead.id ${leadsWithClients} where ${where.sql} order by lead.created_at desc, lead.id desc`,
        where.params,
      );
      const parts: T[] = [];
      for (let from = 0; from < found.length; from += partSize) {
        const ids = found.slice(from, from + partSize).map(({ id }) => id);
        parts.push(await map(await leadsByIds(em, ids), em));
        em.clear();
      }
      return parts;
    });
  }

  totals(caller: Caller, filter: LeadFilter): Promise<LeadTotals> {
    return this.staff.inCompany(caller, filter.companyId, 'lead.read', async (em, { companyId }) => {
      const where = allOf(await this.left(em, companyId, filter));
      const sums = await sql<Sum>(
        em,
        `select lead.stage, lead.estimated_currency as currency, count(*)::int as count,
                sum(lead.estimated_amount)::text as amount
         ${leadsWithClients} where ${where.sql} group by 1, 2 order by 2`,
        where.params,
      );
      return {
        stages: leadStageSchema.options.map((stage) => stageTotal(stage, sums)),
        due: await this.due(em, companyId, filter),
      };
    });
  }

  private async left(em: EntityManager, companyId: string, filter: LeadFilter): Promise<Clause[]> {
    const all = matches(companyId, filter);
    return filter.due === undefined ? [all] : [all, isDue(filter.due, await this.today(em, companyId))];
  }

  private async due(em: EntityManager, companyId: string, filter: LeadFilter): Promise<LeadTotals['due']> {
    const today = await this.today(em, companyId);
    const [overdue, byToday] = [isDue('overdue', today), isDue('today', today)];
    const where = matches(companyId, filter);
    const [counted] = await sql<LeadTotals['due']>(
      em,
      `select count(*) filter (where ${overdue.sql})::int as overdue, count(*) filter (where ${byToday.sql})::int as today
       ${leadsWithClients} where ${where.sql}`,
      [...overdue.params, ...byToday.params, ...where.params],
    );
    return { overdue: counted?.overdue ?? 0, today: counted?.today ?? 0 };
  }

  private async today(em: EntityManager, companyId: string): Promise<string> {
    return todayIn((await this.companies.known(em, companyId)).timeZone);
  }
}

interface Sum {
  readonly stage: string;
  readonly currency: string | null;
  readonly count: number;
  readonly amount: string | null;
}

const stageTotal = (stage: LeadTotals['stages'][number]['stage'], sums: readonly Sum[]) => {
  const own = sums.filter((sum) => sum.stage === stage);
  return {
    stage,
    count: own.reduce((count, sum) => count + sum.count, 0),
    values: own.flatMap(({ amount, currency }): Money[] => (amount && currency ? [{ amount, currency }] : [])),
  };
};
