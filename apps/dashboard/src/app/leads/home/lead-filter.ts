import type { LeadStage } from '@porchlight/contracts';

export const leadViews = ['board', 'list', 'due'] as const;
export type LeadView = (typeof leadViews)[number];

export const leadSorts = ['newest', 'oldest', 'value', 'next_step', 'client'] as const;
export type LeadSort = (typeof leadSorts)[number];

export const stages = [
  'new',
  'contacted',
  'site_visit',
  'quoting',
  'won',
  'lost',
] as const satisfies readonly LeadStage[];
/** Those still to be won. */
export const openStages: readonly LeadStage[] = ['new', 'contacted', 'site_visit', 'quoting'];

/** Which leads are looked at, and in which order. */
export interface LeadFilters {
  readonly q: string;
  /** The id of somebody, `none`, or nothing for everybody's. */
  readonly owner: string;
  /** Nothing for all. */
  readonly stages: readonly LeadStage[];
  readonly sort: LeadSort;
}
export const noFilters: LeadFilters = { q: '', owner: '', stages: [], sort: 'newest' };

/** The query string of the page as it came: anybody may have typed it. */
export interface LeadQueryString {
  readonly view?: string;
  readonly q?: string;
  readonly owner?: string;
  readonly stage?: string;
  readonly sort?: string;
}

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((value) => value === text);

export const readView = (text: string | undefined): LeadView | undefined => oneOf(leadViews, text);

/** What a query string asks for; what it says wrongly is left out. */
export function readFilters({ q, owner, stage, sort }: LeadQueryString): LeadFilters {
  const asked = (stage ?? '').split(',');
  return {
    q: (q ?? '').trim().slice(0, 200),
    owner: /^(none|[0-9a-f-]{36})$/.test(owner ?? '') ? (owner ?? '') : '',
    stages: stages.filter((known) => asked.includes(known)),
    sort: oneOf(leadSorts, sort) ?? 'newest',
  };
}

/** The same for the address bar: only what differs from no filter at all. Null takes a word out of it. */
export const toQueryString = ({
  q,
  owner,
  stages: only,
  sort,
}: LeadFilters): Record<keyof Omit<LeadQueryString, 'view'>, string | null> => ({
  q: q || null,
  owner: owner || null,
  stage: only.length > 0 ? only.join(',') : null,
  sort: sort === 'newest' ? null : sort,
});

/** Which leads, for `GET /api/leads`, its totals and its export. */
export const askFor = ({ q, owner, stages: only }: LeadFilters): Record<string, string> => ({
  ...(q ? { q } : {}),
  ...(owner ? { ownerId: owner } : {}),
  ...(only.length > 0 ? { stage: only.join(',') } : {}),
});

export const isFiltered = ({ q, owner, stages: only }: LeadFilters): boolean =>
  q !== '' || owner !== '' || only.length > 0;

export const isSameFilter = (one: LeadFilters, other: LeadFilters): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
