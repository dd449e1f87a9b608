import type { LeadFilter } from '@porchlight/contracts';

/** A piece of SQL and what stands in its `?`. */
export interface Clause {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** All of them hold. */
export const allOf = (clauses: readonly Clause[]): Clause => ({
  sql: clauses.map(({ sql }) => `(${sql})`).join(' and '),
  params: clauses.flatMap(({ params }) => params),
});

/** What people type is text: no letter of it is a wildcard. */
const containing = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

const texts = ['client.name', 'lead.project_type', 'lead.site_address', 'lead.source', 'lead.notes'];
const contactTexts = ['contact.name', 'contact.email', 'contact.phone'];

/** Each word is looked for in eight texts of every lead: more of them find nothing else and cost the more. */
const mostWords = 8;
const wordsOf = (q = ''): string[] => q.split(/\s+/).filter(Boolean).slice(0, mostWords);

/** The digits of what may be a part of a telephone number, typed with or without what stands between them. */
const phoneDigits = (word: string): string | null =>
  /^[\d()+./-]{3,}$/.test(word) ? word.replaceAll(/\D/g, '') || null : null;

const hasWord = (word: string): Clause => {
  const digits = phoneDigits(word);
  const ofContact = [
    ...contactTexts.map((text) => `${text} ilike ?`),
    ...(digits === null ? [] : [String.raw`regexp_replace(contact.phone, '\D', '', 'g') like ?`]),
  ];
  const ofLead = texts.map((text) => `${text} ilike ?`);
  const inContact = `exists (select from contact where contact.client_id = client.id and (${ofContact.join(' or ')}))`;
  return {
    sql: [...ofLead, inContact].join(' or '),
    params: [
      ...[...texts, ...contactTexts].map(() => containing(word)),
      ...(digits === null ? [] : [containing(digits)]),
    ],
  };
};

const isOpen = `lead.stage not in ('won', 'lost')`;
const dueBy = (days: string): string => `${isOpen} and lead.next_step_on ${days}`;

/** The leads whose next step is due, as of a day in the company's time zone. */
export const isDue = (due: NonNullable<LeadFilter['due']>, today: string): Clause => {
  const sql = { overdue: dueBy('< ?::date'), today: dueBy('<= ?::date'), week: dueBy('<= ?::date + 7') };
  return { sql: sql[due], params: [today] };
};

/** Which leads of a company a filter leaves, but for `due`; of `lead` joined with its `client`. */
export const matches = (companyId: string, { q, stage, ownerId }: LeadFilter): Clause =>
  allOf([
    { sql: 'lead.company_id = ?', params: [companyId] },
    ...wordsOf(q).map(hasWord),
    ...(stage === undefined ? [] : [{ sql: 'lead.stage = any(?::text[])', params: [`{${stage.join()}}`] }]),
    ...ownedBy(ownerId),
  ]);

const ownedBy = (ownerId: LeadFilter['ownerId']): Clause[] => {
  if (ownerId === undefined) return [];
  if (ownerId === 'none') return [{ sql: 'lead.owner_id is null', params: [] }];
  return [{ sql: 'lead.owner_id = ?', params: [ownerId] }];
};
