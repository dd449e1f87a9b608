import { Injectable } from '@nestjs/common';
import type { ChangeStaff, memberListSchema } from '@porchlight/contracts';
import type { Caller } from '@porchlight/platform';
import type { z } from 'zod';
import type { IdPageQuery } from '../paging';
import { Authority } from './authority';
import { memberPage } from './member-page';
import { MembershipChanges } from './membership-changes';

/** The staff of a company: its owners and managers. */
@Injectable()
export class StaffService {
  constructor(
    private readonly authority: Authority,
    private readonly changes: MembershipChanges,
  ) {}

  list(caller: Caller, companyId: string, query: IdPageQuery): Promise<z.infer<typeof memberListSchema>> {
    return this.authority.allow(caller, { companyId, projectId: null }, 'staff.read', 'company', (em) =>
      memberPage(em, { companyId, projectId: null }, query),
    );
  }

  /** Always true: a manager sees the portals that an owner does. */
  change(caller: Caller, companyId: string, personId: string, { role }: ChangeStaff): Promise<boolean> {
    const part = { companyId, projectId: null, personId };
    return this.changes.make(caller, { action: 'staff.change', what: 'member' }, part, (member) => member.become(role));
  }

  /** True once none of the company's portals is on a screen of theirs, false while that is pending. */
  remove(caller: Caller, companyId: string, personId: string): Promise<boolean> {
    const part = { companyId, projectId: null, personId };
    const now = new Date();
    return this.changes.make(caller, { action: 'staff.remove', what: 'member' }, part, (member) => member.remove(now));
  }
}
