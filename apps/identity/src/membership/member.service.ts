import { Injectable } from '@nestjs/common';
import type { ChangeMember, memberListSchema, RemoveMemberQuery } from '@porchlight/contracts';
import type { Caller } from '@porchlight/platform';
import type { z } from 'zod';
import type { IdPageQuery } from '../paging';
import { Projects } from '../project/projects';
import { Authority } from './authority';
import { memberPage } from './member-page';
import { MembershipChanges, type Part } from './membership-changes';

/** The members of a project. */
@Injectable()
export class MemberService {
  constructor(
    private readonly authority: Authority,
    private readonly projects: Projects,
    private readonly changes: MembershipChanges,
  ) {}

  /** The members of a project and the staff of its company; for staff only, as customers are nobody else's business. */
  async list(caller: Caller, projectId: string, query: IdPageQuery): Promise<z.infer<typeof memberListSchema>> {
    const { companyId } = await this.projects.seenBy(caller, projectId);
    return this.authority.allow(caller, { companyId, projectId }, 'member.read', 'project', (em) =>
      // `in` never matches null in SQL, so the staff is asked for by name.
      memberPage(em, { companyId, $or: [{ projectId }, { projectId: null }] }, query),
    );
  }

  /** True once no portal shows it to one who stopped being a customer, false while that is pending. */
  async change(caller: Caller, projectId: string, personId: string, { role }: ChangeMember): Promise<boolean> {
    const part = await this.part(caller, projectId, personId);
    return this.changes.make(caller, { action: 'member.change', what: 'member' }, part, (member) =>
      member.become(role),
    );
  }

  /** The same for one who is removed, and for the named links that end with them. */
  async remove(caller: Caller, projectId: string, personId: string, { links }: RemoveMemberQuery): Promise<boolean> {
    const part = await this.part(caller, projectId, personId);
    const now = new Date();
    return this.changes.make(
      caller,
      { action: 'member.remove', what: 'member' },
      part,
      (member) => member.remove(now),
      { linkIds: links },
    );
  }

  private async part(caller: Caller, projectId: string, personId: string): Promise<Part> {
    const { companyId } = await this.projects.seenBy(caller, projectId);
    return { companyId, projectId, personId };
  }
}
