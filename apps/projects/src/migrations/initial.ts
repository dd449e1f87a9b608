import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from '@porchlight/messaging';
import { tenantPolicy } from '@porchlight/platform';

const sums = (prefix: string): string =>
  [
    `${prefix}_weight bigint not null default 0, ${prefix}_weighted_progress bigint not null default 0`,
    ...['leaf', 'complete', 'started'].map((name) => `${prefix}_${name}_count integer not null default 0`),
    ...['estimated', 'committed', 'actual'].map((name) => `${prefix}_${name} bigint not null default 0`),
  ].join(', ');

const sections = `('planning', 'execution', 'closeout')`;
const taskStatuses = `('not_started', 'in_progress', 'blocked', 'pending_review', 'complete')`;
const ofProject = `company_id uuid not null, project_id uuid not null references project (id), version integer not null`;

/** Copies of what identity owns. `person` is no tenant's: a person belongs to several. */
const copies = [
  `create table company (
     id uuid primary key, time_zone text not null, currency text not null, working_days jsonb not null, holidays jsonb not null)`,
  ...tenantPolicy('company', { company: 'id' }),
  `create table person (id uuid primary key, membership_version integer not null, name text not null)`,
  `create table member (
     id uuid primary key, person_id uuid not null references person (id), company_id uuid not null, project_id uuid,
     role text not null check (role in ('owner', 'manager', 'subcontractor', 'customer')),
     unique nulls not distinct (person_id, company_id, project_id))`,
  ...tenantPolicy('member', { person: 'person_id' }),
];

const heads = [
  // The project's row comes second, so that two creations under one reserved id meet at the portal's.
  `create table project_portal (
     project_id uuid primary key, company_id uuid not null,
     ${sums('planning')}, ${sums('execution')}, ${sums('closeout')},
     public_version integer not null default 0, public_bytes text, confirmed_at timestamptz)`,
  ...tenantPolicy('project_portal'),
  `create table project (
     id uuid primary key references project_portal (project_id), company_id uuid not null, version integer not null,
     name text not null, address text, client_name text, time_zone text not null, start date not null, deadline date,
     status text not null check (status in ('planning', 'active', 'on_hold', 'completed', 'archived')),
     budget bigint, created_at timestamptz not null)`,
  `create index project_of_company on project (company_id, id)`,
  ...tenantPolicy('project'),
];

const tasks = [
  `create table task (
     id uuid primary key, ${ofProject}, name text not null, section text not null check (section in ${sections}),
     section_rank smallint not null generated always as (case section when 'planning' then 0 when 'execution' then 1 else 2 end) stored,
     "order" double precision not null, parent_id uuid references task (id), child_count integer not null check (child_count >= 0),
     start date not null, duration_days integer not null check (duration_days >= 1), end_date date not null,
     family_start date, family_end date, family_days integer,
     status text not null check (status in ${taskStatuses}), progress smallint not null check (progress between 0 and 100),
     status_before text check (status_before in ${taskStatuses}), progress_before smallint,
     requires_acknowledgement boolean not null, assignee_person_id uuid, assignee_name text,
     estimated_cost bigint, committed_cost bigint, actual_cost bigint, notes text, ${sums('below')},
     check ((status = 'complete') = (progress = 100)),
     check (status <> 'not_started' or progress = 0),
     check ((status = 'pending_review') = (status_before is not null)))`,
  `create index task_in_order on task (project_id, section_rank, "order", id)`,
  `create index task_of_assignee on task (project_id, assignee_person_id) where assignee_person_id is not null`,
  // A parent's dates are the first and the last entry of these.
  `create index task_first_start on task (parent_id, (coalesce(family_start, start))) where parent_id is not null`,
  `create index task_last_end on task (parent_id, (coalesce(family_end, end_date))) where parent_id is not null`,
  ...tenantPolicy('task'),
];

const parts = [
  `create table milestone (
     id uuid primary key, portal_id uuid not null unique, ${ofProject}, name text not null,
     section text not null check (section in ${sections}), target_date date not null, reached_on date)`,
  `create index milestone_of_project on milestone (project_id, target_date, id)`,
  ...tenantPolicy('milestone'),
  `create table item (
     id uuid primary key, portal_id uuid not null unique, ${ofProject}, title text not null, detail text,
     kind text not null check (kind in ('selection', 'approval', 'information')),
     section text not null check (section in ${sections}), due_date date,
     status text not null check (status in ('waiting', 'with_builder', 'done')))`,
  `create index item_of_project on item (project_id, id)`,
  ...tenantPolicy('item'),
  `create table project_update (
     id uuid primary key, portal_id uuid not null unique, ${ofProject}, text text not null, author text not null, at timestamptz not null)`,
  `create index project_update_newest on project_update (project_id, at, id)`,
  ...tenantPolicy('project_update'),
  `create table note (id uuid primary key, ${ofProject}, text text not null, author text not null, at timestamptz not null)`,
  `create index note_newest on note (project_id, at, id)`,
  ...tenantPolicy('note'),
  `create table activity (
     id uuid primary key, company_id uuid not null, project_id uuid not null references project (id), at timestamptz not null,
     actor_name text not null, subject text not null, subject_id uuid not null, subject_name text not null,
     action text not null, changes jsonb not null)`,
  `create index activity_newest on activity (project_id, at, id)`,
  ...tenantPolicy('activity'),
];

export class Initial extends Migration {
  override async up(): Promise<void> {
    for (const statement of [...messagingTables, ...copies, ...heads, ...tasks, ...parts]) this.addSql(statement);
  }
}
