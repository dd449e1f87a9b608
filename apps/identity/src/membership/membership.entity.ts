import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@porchlight/contracts';
import { v7 } from 'uuid';

const MembershipSchema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    personId: p.uuid(),
    /** Null for staff of the company. */
    projectId: p.uuid().strictNullable(),
    role: p.string().$type<Role>(),
    createdAt: p.datetime(),
    removedAt: p.datetime().strictNullable(),
  },
});

/** Where a membership holds: in the whole company, or in one of its projects. */
export interface Place {
  readonly companyId: string;
  readonly projectId: string | null;
}

/** What one person is in one place. Kept when removed, so that the past stays known. */
export class Membership extends MembershipSchema.class {
  static join(personId: string, place: Place, role: Role, now: Date): Membership {
    const membership = new Membership();
    membership.id = v7();
    membership.companyId = place.companyId;
    membership.projectId = place.projectId;
    membership.personId = personId;
    membership.role = role;
    membership.createdAt = now;
    membership.removedAt = null;
    return membership;
  }

  /** What the person may act as here: nothing once removed. */
  get standing(): Role | null {
    return this.removedAt === null ? this.role : null;
  }

  become(role: Role): void {
    this.role = role;
  }

  remove(now: Date): void {
    this.removedAt ??= now;
  }
}
MembershipSchema.setClass(Membership);
