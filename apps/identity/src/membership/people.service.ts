import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { CompanyPerson, companyPersonListSchema } from '@porchlight/contracts';
import { problems, sql, type Caller } from '@porchlight/platform';
import type { z } from 'zod';
import { OpenInvitations } from '../invitation/open-invitations';
import { cutPage, type IdPageQuery } from '../paging';
import { Person } from '../person/person.entity';
import { ProjectCopy } from '../project/project-copy.entity';
import { Authority } from './authority';
import { companyPersonReply, type NamedPerson } from './member.mapper';
import { MembershipChanges } from './membership-changes';
import { Membership } from './membership.entity';

/** Everybody who has a part in a company, whatever it is. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly authority: Authority,
    private readonly changes: MembershipChanges,
    private readonly invitations: OpenInvitations,
  ) {}

  /** One row for each person, by name; nothing of what they are in other companies. */
  list(caller: Caller, companyId: string, query: IdPageQuery): Promise<z.infer<typeof companyPersonListSchema>> {
    return this.authority.allow(caller, { companyId, projectId: null }, 'people.read', 'company', async (em) => {
      const { rows, nextCursor } = cutPage(await this.byName(em, companyId, query), query.limit);
      return { items: await this.withParts(em, companyId, rows), nextCursor };
    });
  }

  /**
   * Ends whatever they are there, and what they are still invited to, or the old mail would bring them back.
   * True once none of the company's portals is on a screen of theirs, false while that is pending.
   */
  async remove(caller: Caller, companyId: string, personId: string): Promise<boolean> {
    const uninvited = async (em: EntityManager): Promise<void> => {
      const parts = await em.count(Membership, { companyId, personId, removedAt: null });
      const person = parts > 0 ? await em.findOne(Person, { id: personId }) : null;
      if (!person) throw problems.notFound('person');
      await this.invitations.cancel(em, companyId, person.email);
    };
    const now = new Date();
    return this.changes.make(
      caller,
      { action: 'people.remove', what: 'person' },
      { companyId, personId },
      (membership) => membership.remove(now),
      { before: uninvited },
    );
  }

  /**
   * The cursor is the last person seen, whose name is looked up: names have no place in addresses. One who left meanwhile
   * still marks the place; who never had a part in the company marks none, as their name is not the company's to compare.
   */
  private byName(em: EntityManager, companyId: string, { cursor, limit }: IdPageQuery): Promise<NamedPerson[]> {
    const after = `and (lower(p.name), p.id) > (
      select lower(c.name), c.id from person c where c.id = ?
         and exists (select from membership m where m.person_id = c.id and m.company_id = ?))`;
    return sql<NamedPerson>(
      em,
      `select p.id, p.name, p.email from person p
       where exists (select from membership m where m.person_id = p.id and m.company_id = ? and m.removed_at is null)
         ${cursor === undefined ? '' : after}
       order by lower(p.name), p.id limit ?`,
      [companyId, ...(cursor === undefined ? [] : [cursor, companyId]), limit + 1],
    );
  }

  private async withParts(
    em: EntityManager,
    companyId: string,
    people: readonly NamedPerson[],
  ): Promise<CompanyPerson[]> {
    const memberships = await em.find(
      Membership,
      { companyId, personId: { $in: people.map(({ id }) => id) }, removedAt: null },
      { orderBy: { id: 'asc' } },
    );
    const projectIds = memberships.flatMap(({ projectId }) => projectId ?? []);
    const projects = await em.find(ProjectCopy, { projectId: { $in: projectIds } });
    const names = new Map(projects.map(({ projectId, name }) => [projectId, name]));
    return people.map((person) =>
      companyPersonReply(
        person,
        memberships.filter(({ personId }) => personId === person.id),
        names,
      ),
    );
  }
}
