/**
 * SQL for a service's first migration, one statement each, into the schema on the search path.
 * None of these tables has row-level security: they belong to the service, and only `messaging` reads them.
 */
export const messagingTables: string[] = [
  // What happened here, committed with the change itself; the relay publishes it. Rows stay at least 7 days.
  `create table outbox (
     seq bigint generated always as identity primary key,
     id uuid not null unique,
     type text not null,
     aggregate_id uuid not null,
     envelope text not null,
     occurred_at timestamptz not null,
     published_at timestamptz
   )`,
  `create index outbox_waiting on outbox (seq) where published_at is null`,
  `create index outbox_listed on outbox (type, occurred_at)`,
  `create index outbox_published on outbox (published_at) where published_at is not null`,
  // The newest envelope of each state this service owns, for those who ask.
  `create table latest_state (
     type text not null,
     aggregate_id uuid not null,
     version bigint not null,
     envelope text not null,
     changed_at timestamptz not null,
     primary key (type, aggregate_id)
   )`,
  `create index latest_state_changed on latest_state (type, changed_at)`,
  // Occurrences already applied here.
  `create table inbox (
     event_id uuid primary key,
     type text not null,
     applied_at timestamptz not null default now()
   )`,
  `create index inbox_applied on inbox (applied_at)`,
  // Versions of the states already applied here.
  `create table applied_state (
     type text not null,
     aggregate_id uuid not null,
     version bigint not null,
     applied_at timestamptz not null default now(),
     primary key (type, aggregate_id)
   )`,
  // Messages that cannot be applied, kept for an operator.
  `create table dead_letter (
     message_key text primary key,
     event_id uuid,
     subject text not null,
     body text not null,
     reason text not null,
     deliveries integer not null,
     first_at timestamptz not null default now(),
     last_at timestamptz not null default now()
   )`,
  `create index dead_letter_event on dead_letter (event_id) where event_id is not null`,
  // Until when this service has compared itself with the owner of an event.
  `create table reconciled (type text primary key, until timestamptz not null)`,
  // Sessions that ended before their tokens did.
  `create table ended_session (sid uuid primary key, until timestamptz not null)`,
];

/** What these tables are called, and the record of migrations beside them. */
export const messagingTableNames: ReadonlySet<string> = new Set([
  'migration',
  ...messagingTables.flatMap((statement) => /^create table (\w+)/.exec(statement)?.[1] ?? []),
]);
