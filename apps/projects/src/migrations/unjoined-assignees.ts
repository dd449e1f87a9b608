import { Migration } from '@mikro-orm/migrations';
import { tenantPolicy } from '@porchlight/platform';

/** Tasks for people who are invited and have not joined yet. */
const statements = [
  `create table invitation (
     id uuid primary key, company_id uuid not null, project_id uuid, email text not null, name text,
     role text not null check (role in ('owner', 'manager', 'subcontractor', 'customer')),
     state text not null check (state in ('pending', 'accepted', 'revoked')), accepted_by uuid)`,
  // Looked through for each person that is told of.
  `create index invitation_email on invitation (email)`,
  `create index invitation_accepted_by on invitation (accepted_by) where accepted_by is not null`,
  ...tenantPolicy('invitation'),
  `alter table task
     add column assignee_invitation_id uuid references invitation (id),
     add check (num_nonnulls(assignee_person_id, assignee_invitation_id, assignee_name) <= 1)`,
  `create index task_of_invitation on task (assignee_invitation_id) where assignee_invitation_id is not null`,
];

export class UnjoinedAssignees extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
