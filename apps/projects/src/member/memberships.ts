import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { roleSchema, type Role } from '@porchlight/contracts';
import { problems, sql, Transactions, type Caller } from '@porchlight/platform';
import { z } from 'zod';
import { membershipsNotKnownHere, ReadOwnWrites } from './read-own-writes';

export interface Membership {
  readonly companyId: string;
  readonly projectId: string | null;
  readonly role: Role;
}
export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
}

const rowSchema = z.object({
  name: z.string(),
  membership_version: z.int(),
  company_id: z.string().nullable(),
  project_id: z.string().nullable(),
  role: roleSchema.nullable(),
});

/** Opens the transaction of every use case, knowing who asks. */
@Injectable()
export class Memberships {
  constructor(
    private readonly transactions: Transactions,
    private readonly readOwnWrites: ReadOwnWrites,
  ) {}

  /** Runs `work` in a transaction under the person's own scope, with memberships at least as new as the access token. */
  run<T>(caller: Caller, work: (em: EntityManager, person: KnownPerson) => Promise<T>): Promise<T> {
    return this.readOwnWrites.run(() =>
      this.transactions.run({ personId: caller.personId }, async (em) => work(em, await this.load(em, caller))),
    );
  }

  private async load(em: EntityManager, caller: Caller): Promise<KnownPerson> {
    const found = await sql(
      em,
      `select person.name, person.membership_version, member.company_id, member.project_id, member.role
       from person left join member on member.person_id = person.id where person.id = ?`,
      [caller.personId],
    );
    const rows = z.array(rowSchema).parse(found);
    const [first] = rows;
    if (!first || first.membership_version < caller.membershipVersion) {
      throw membershipsNotKnownHere(caller.personId, problems.unavailable('Your memberships are still on their way.'));
    }
    return {
      personId: caller.personId,
      name: first.name,
      memberships: rows.flatMap((row) =>
        row.company_id && row.role ? [{ companyId: row.company_id, projectId: row.project_id, role: row.role }] : [],
      ),
    };
  }
}
