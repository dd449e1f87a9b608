import { schemaOf, type ServiceName } from '@porchlight/contracts';
import { messagingTableNames } from '@porchlight/messaging';
import type { Client } from 'pg';
import { tablesOf, type FoundTable } from '../backup/tables';
import type { KnownPerson } from './known-person';
import { Mentions } from './mentions';

/** What nobody is shown, not even whose it is. */
const isSecret = (column: string): boolean => /hash|secret|password|token/.test(column);

const companyInJson = (column: string): string =>
  `case when ${column} !~ '"email": *"' then substring(${column} from '"companyId": *"([0-9a-f-]{36})"')::uuid end`;

/** At which company a row of these tables stands; where it says itself whom it means, at none. */
const companyOf: Readonly<Record<string, string | null>> = {
  'identity.company': 'id',
  'leads.client': null,
  'gateway.share_link': `case when email is null then (select company_id from view where view.project_id = one.project_id) end`,
};

const ofBooks: Readonly<Record<string, string>> = {
  outbox: companyInJson('envelope'),
  latest_state: companyInJson('envelope'),
  dead_letter: companyInJson('body'),
};

const companyExpression = (schema: string, { name, columns }: FoundTable): string => {
  const has = (column: string): boolean => columns.some((one) => one.name === column);
  const said = companyOf[`${schema}.${name}`] ?? ofBooks[name];
  if (companyOf[`${schema}.${name}`] === null) return 'null::uuid';
  return said ?? (has('company_id') && !has('email') ? 'company_id' : 'null::uuid');
};

/** `Anna "Nan" O'Kay` as it may be escaped in JSON, in JSON in JSON, and in any case. */
const looseLike = (text: string): string =>
  `%${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('%')}%`;

export interface NamingRow {
  readonly table: string;
  readonly columns: FoundTable['columns'];
  /** Where it stands, until it is written. */
  readonly ctid: string;
  /** Without secrets. */
  readonly row: Readonly<Record<string, unknown>>;
  /** Whether a name alone means them in it. */
  readonly called: boolean;
}

/**
 * Every row of a service that names a person, in whatever column or depth of JSON: by address and ids anywhere, by name
 * and telephone number where it is a company's that knows them. So a table that is new tomorrow is searched too. `books`:
 * also what messaging keeps, which is the same again, on its way for days. In a transaction that acts for the service.
 */
export const rowsNaming = async (
  client: Client,
  service: ServiceName,
  person: KnownPerson,
  { books = false, lock = false } = {},
): Promise<NamingRow[]> => {
  const mentions = new Mentions(person);
  const words = [person.email, ...person.accounts, ...person.contacts, ...person.clients];
  const calls = [...person.names, ...person.phones].map(looseLike).filter((like) => like !== '%%');
  const found: NamingRow[] = [];
  for (const table of await tablesOf(client, schemaOf(service))) {
    if (!books && messagingTableNames.has(table.name)) continue;
    const { rows } = await client.query<Pick<NamingRow, 'ctid' | 'row' | 'called'>>(
      `select one.ctid::text as ctid, to_jsonb(one) - $2::text[] as row,
         coalesce(${companyExpression(schemaOf(service), table)} = any($3::uuid[]), false) as called
       from ${client.escapeIdentifier(table.name)} one
       where exists (select from unnest($1::text[]) word where position(word in lower((to_jsonb(one) - $2::text[])::text)) > 0)
         or (${companyExpression(schemaOf(service), table)} = any($3::uuid[])
           and lower((to_jsonb(one) - $2::text[])::text) like any($4::text[]))
       ${lock ? 'for update of one' : ''}`,
      [words, table.columns.map(({ name }) => name).filter(isSecret), person.companies, calls],
    );
    for (const one of rows)
      if (mentions.isIn(one.row, one.called)) found.push({ ...one, table: table.name, columns: table.columns });
  }
  return found;
};
