export interface TenantColumns {
  /** `company_id` unless said otherwise; null where the rows belong to no one company. */
  company?: string | null;
  /** The column of the person whose own row it is, where persons read across companies. */
  person?: string;
  /** The column that a capability names. */
  capability?: string;
}

/** SQL that forces row-level security on a tenant table, also for its owner. See `Scope` in `transactions.ts`. */
export const tenantPolicy = (table: string, columns: TenantColumns = {}): string[] => {
  const matches = (column: string, setting: string) =>
    `${column} = nullif(current_setting('${setting}', true), '')::uuid`;
  const conditions = [
    ...(columns.company === null ? [] : [matches(columns.company ?? 'company_id', 'app.company_id')]),
    ...(columns.person ? [matches(columns.person, 'app.person_id')] : []),
    ...(columns.capability ? [matches(columns.capability, 'app.capability_id')] : []),
    `current_setting('app.system', true) = 'on'`,
  ];
  return [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    `create policy "${table}_tenant" on "${table}" using (${conditions.join(' or ')})`,
  ];
};
