import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { accessFactV1, DataOf } from '@porchlight/contracts';
import { sql } from '@porchlight/platform';

type AccessFact = DataOf<typeof accessFactV1>;

/** Which portals a person may open, as identity last said. */
export interface Access {
  readonly staffOf: readonly string[];
  readonly customerOf: readonly string[];
  readonly worksOn: readonly string[];
  readonly version: number;
}

@Injectable()
export class AccessFacts {
  async put(em: EntityManager, fact: AccessFact, version: number): Promise<void> {
    await sql(
      em,
      `insert into access (person_id, staff_of, customer_of, works_on, version)
       values (?, array[?]::uuid[], array[?]::uuid[], array[?]::uuid[], ?)
       on conflict (person_id) do update
         set staff_of = excluded.staff_of, customer_of = excluded.customer_of, works_on = excluded.works_on,
             version = excluded.version
         where access.version < excluded.version`,
      [fact.personId, fact.staffOf, fact.customerOf, fact.worksOn, version],
    );
  }

  /** Whether they are a customer there, which they then stay until the transaction ends: a removal waits for it. */
  async isCustomerUntilTheEnd(em: EntityManager, personId: string, projectId: string): Promise<boolean> {
    const rows = await sql(em, 'select 1 from access where person_id = ? and ? = any(customer_of) for share', [
      personId,
      projectId,
    ]);
    return rows.length > 0;
  }

  async find(em: EntityManager, personId: string): Promise<Access | null> {
    const [row] = await sql<{ staff_of: string[]; customer_of: string[]; works_on: string[]; version: number }>(
      em,
      'select staff_of, customer_of, works_on, version from access where person_id = ?',
      [personId],
    );
    return row
      ? { staffOf: row.staff_of, customerOf: row.customer_of, worksOn: row.works_on, version: row.version }
      : null;
  }
}
