import type { ImportLeads, LeadColumn } from '@porchlight/contracts';
import { type LeadsFile } from './read-file';

/** In the order of the contract; the words on the screen. */
export const columnWords: Readonly<Record<LeadColumn, string>> = {
  client: 'Client',
  contact: 'Contact name',
  email: 'E-mail',
  phone: 'Phone',
  siteAddress: 'Site address',
  projectType: 'Project type',
  source: 'Source',
  stage: 'Stage',
  lostReason: 'Reason lost',
  estimatedValue: 'Estimated value',
  nextStep: 'Next step',
  nextStepOn: 'Next step on',
  owner: 'Owner',
  notes: 'Notes',
};
const columns = Object.keys(columnWords).filter((key): key is LeadColumn => key in columnWords);

/** What headings of other programs call a column; whole words, without accents, longest first where several fit. */
const known: Readonly<Record<LeadColumn, readonly string[]>> = {
  client: [
    'client',
    'client name',
    'customer',
    'customer name',
    'company',
    'company name',
    'household',
    'account',
    'cliente',
    'kunde',
  ],
  contact: [
    'contact',
    'contact name',
    'contact person',
    'full name',
    'name',
    'first name',
    'last name',
    'surname',
    'contacto',
    'nombre',
    'apellido',
  ],
  email: [
    'email',
    'e mail',
    'mail',
    'email address',
    'e mail address',
    'contact email',
    'contact e mail',
    'correo',
    'correo electronico',
  ],
  phone: ['phone', 'phone number', 'telephone', 'tel', 'mobile', 'cell', 'contact phone', 'telefono', 'movil'],
  siteAddress: [
    'address',
    'site address',
    'job address',
    'project address',
    'property address',
    'street',
    'street address',
    'city',
    'town',
    'zip',
    'zip code',
    'postcode',
    'postal code',
    'state',
    'direccion',
    'ciudad',
  ],
  projectType: [
    'project type',
    'type',
    'type of work',
    'job type',
    'project',
    'service',
    'work',
    'tipo',
    'tipo de proyecto',
  ],
  source: ['source', 'lead source', 'referral', 'referred by', 'how did you hear', 'origen', 'fuente'],
  stage: ['stage', 'status', 'lead status', 'pipeline stage', 'etapa', 'estado'],
  lostReason: ['lost reason', 'reason lost', 'reason', 'motivo'],
  estimatedValue: [
    'estimated value',
    'value',
    'amount',
    'estimate',
    'budget',
    'price',
    'deal value',
    'deal size',
    'valor',
    'importe',
    'presupuesto',
  ],
  nextStep: ['next step', 'next action', 'follow up', 'task', 'to do', 'proximo paso'],
  nextStepOn: ['next step on', 'next step date', 'follow up date', 'follow up on', 'due', 'due date', 'fecha'],
  owner: [
    'owner',
    'lead owner',
    'deal owner',
    'contact owner',
    'owner name',
    'owner email',
    'assigned to',
    'assignee',
    'salesperson',
    'sales rep',
    'estimator',
    'responsible',
    'responsable',
    'encargado',
  ],
  notes: ['notes', 'note', 'comments', 'comment', 'description', 'details', 'message', 'notas', 'comentarios'],
};

const plain = (heading: string): string =>
  heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What each column of a file is; null for what is left out. */
export type Mapping = readonly (LeadColumn | null)[];

/** A guess from the headings and, where these say nothing, from what stands below them. */
export function guessColumns({ headings, rows }: Pick<LeadsFile, 'headings' | 'rows'>): Mapping {
  const byHeading = headings.map((heading) => {
    const word = plain(heading);
    return columns.find((column) => known[column].includes(word)) ?? null;
  });
  const taken = new Set(byHeading);
  return byHeading.map((column, at) => {
    if (column) return column;
    const filled = rows.slice(0, 50).flatMap((row) => (row[at] ? [row[at]] : []));
    const mostly = (pattern: RegExp): boolean =>
      filled.length > 0 && filled.filter((text) => pattern.test(text)).length > filled.length / 2;
    const guess: LeadColumn | null = mostly(/^\S+@\S+\.\S+$/)
      ? 'email'
      : mostly(/^\+?[\d\s().-]{8,}$/)
        ? 'phone'
        : null;
    return guess && !taken.has(guess) ? guess : null;
  });
}

/** Between several columns that are one thing: a first and a last name, street and city. */
const between: Partial<Record<LeadColumn, string>> = { siteAddress: ', ', notes: '\n' };

/** Rows for the service. A lead without a client is that of its contact, one without a type of work of `usualType`. */
export function toLeadRows(
  { rows }: Pick<LeadsFile, 'rows'>,
  mapping: Mapping,
  usualType: string,
): ImportLeads['rows'] {
  return rows.map((row) => {
    const lead: Partial<Record<LeadColumn, string>> = {};
    mapping.forEach((column, at) => {
      const text = row[at];
      // An empty owner says that nobody looks after the lead; without such a column it is whoever imports it.
      if (column === 'owner') lead.owner ??= '';
      if (!column || !text) return;
      const before = lead[column];
      lead[column] = before ? `${before}${between[column] ?? ' '}${text}` : text;
    });
    if (!lead.client && lead.contact) lead.client = lead.contact;
    if (!lead.projectType && usualType) lead.projectType = usualType;
    return lead;
  });
}

/** What a mapping still lacks, as a sentence. */
export function lacking(mapping: Mapping, usualType: string): string | null {
  const has = (column: LeadColumn): boolean => mapping.includes(column);
  if (!has('client') && !has('contact')) return 'Say which column has the client, or the name of the contact.';
  if (!has('projectType') && !usualType) return 'Say which column has the project type, or give one for all of them.';
  return null;
}
