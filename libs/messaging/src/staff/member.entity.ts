import { defineEntity, p } from '@mikro-orm/postgresql';
import type { DataOf, membershipChangedV1, Role } from '@porchlight/contracts';
import { tenantPolicy } from '@porchlight/platform';

/** What a person is in a company: as staff in all of it, else in one of its projects. */
export interface Part {
  readonly companyId: string;
  readonly projectId: string | null;
  readonly role: Role;
}

const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    personId: p.uuid().primary(),
    version: p.integer(),
    name: p.text(),
    parts: p.json<Part[]>(),
  },
});

/** A service's copy of where a person belongs, and of their name; `version` is the membership version of the access token. */
export class Member extends MemberSchema.class {}
MemberSchema.setClass(Member);

/** A person's parts, staff first. Who is staff is so in a whole company; everybody else in one project. */
export const partsOf = (memberships: DataOf<typeof membershipChangedV1>['memberships']): Part[] =>
  memberships
    .filter(({ projectId, role }) => (projectId === null) === (role === 'owner' || role === 'manager'))
    .map(({ companyId, projectId, role }) => ({ companyId, projectId, role }))
    .sort((one, other) => Number(one.projectId !== null) - Number(other.projectId !== null));

/** SQL of the table behind it, for the migration of a service that begins with it. */
export const memberTable = `create table member (
     person_id uuid primary key,
     version int not null,
     name text not null,
     parts jsonb not null
   )`;

/** SQL that lets a company read of who has a part in it. */
export const memberColleague = `create policy "member_colleague" on member for select using (
     parts @> jsonb_build_array(
       jsonb_build_object('companyId', nullif(current_setting('app.company_id', true), ''))))`;

/** SQL that shows the row of a person to them and, to read, to whoever they have a part with. */
export const memberPolicies = [...tenantPolicy('member', { company: null, person: 'person_id' }), memberColleague];
