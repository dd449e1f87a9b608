import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import type { memberListSchema } from '@porchlight/contracts';
import { problems, type Caller } from '@porchlight/platform';
import type { z } from 'zod';
import { cutPage, pageOfIds, type IdPageQuery } from '../paging';
import { Person } from '../person/person.entity';
import { Projects } from '../project/projects';
import { Authority } from './authority';
import { memberReply } from './member.mapper';
import { MembershipStates } from './membership-states';
import { Membership } from './membership.entity';
import { PortalRevocations } from '../portal-revocation/portal-revocations';

@Injectable()
export class MemberService {
  constructor(
    private readonly authority: Authority,
    private readonly projects: Projects,
    private readonly states: MembershipStates,
    private readonly revocations: PortalRevocations,
  ) {}

  /** The members of a project and the staff of its company; for staff only, as customers are nobody else's business. */
  async list(caller: Caller, projectId: string, query: IdPageQuery): Promise<z.infer<typeof memberListSchema>> {
    const { companyId } = await this.projects.seenBy(caller, projectId);
    return this.authority.allow(caller, companyId, 'member.read', 'project', async (em) => {
      const { after, options } = pageOfIds(query);
      // `in` never matches null in SQL, so the staff is asked for by name.
      const inPlace = { companyId, removedAt: null, $or: [{ projectId }, { projectId: null }] };
      const found = await em.find(Membership, { $and: [inPlace, after] }, options);
      const { rows, nextCursor } = cutPage(found, query.limit);
      const people = await em.find(Person, { id: { $in: rows.map(({ personId }) => personId) } });
      const byId = new Map(people.map((person) => [person.id, person]));
      return {
        items: rows.flatMap((membership) => {
          const person = byId.get(membership.personId);
          return person ? [memberReply(membership, person)] : [];
        }),
        nextCursor,
      };
    });
  }

  /** Removes a person from a project. True once no open portal of theirs shows it, false while that is pending. */
  async remove(caller: Caller, projectId: string, personId: string): Promise<boolean> {
    const { companyId } = await this.projects.seenBy(caller, projectId);
    const revocation = await this.authority.allow(caller, companyId, 'member.remove', 'project', async (em) => {
      // The person first, as everywhere: whoever changes memberships of a person queues at that row.
      const person = await em.findOne(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const membership = await em.findOne(Membership, { companyId, projectId, personId, removedAt: null });
      if (!person || !membership) throw problems.notFound('member');
      membership.remove(new Date());
      await this.states.changed(em, person);
      return membership.role === 'customer'
        ? this.revocations.record(em, { personId, projectId, sid: null, linkIds: [] })
        : null;
    });
    return revocation === null || this.revocations.carryOut(revocation);
  }
}
