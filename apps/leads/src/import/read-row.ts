import {
  createLeadSchema,
  type CreateLead,
  type ImportedLeads,
  type ImportLeads,
  type LeadColumn,
  rearmed,
} from '@porchlight/contracts';
import type { z } from 'zod';
import type { StaffNamed } from './owner-match';
import { readAmount } from './read-amount';
import { readDate } from './read-date';
import { readStage } from './read-stage';

type Row = ImportLeads['rows'][number];
export type Fault = NonNullable<ImportedLeads['rows'][number]['errors']>[number];

/** What stands in a row: a lead as if it had been typed, or what is wrong with it. */
export type ReadRow =
  { readonly lead: CreateLead; readonly faults?: never } | { readonly faults: readonly Fault[]; readonly lead?: never };

/** Reads one row of a file. The same rules hold as for a lead that somebody types. */
export const readRow = (row: Row, currency: string, staffNamed: StaffNamed): ReadRow => {
  const faults: Fault[] = [];
  const text = (column: LeadColumn): string | undefined => rearmed(row[column]?.trim() ?? '') || undefined;
  const read = <T>(column: LeadColumn, reader: (text: string) => T | undefined, otherwise: string): T | undefined => {
    const written = text(column);
    const found = written === undefined ? undefined : reader(written);
    if (written !== undefined && found === undefined) faults.push({ path: column, message: otherwise });
    return found;
  };
  const name = text('client') ?? text('contact');
  if (name === undefined) faults.push({ path: 'client', message: 'is missing' });
  if (text('projectType') === undefined) faults.push({ path: 'projectType', message: 'is missing' });
  const stage = read('stage', readStage, 'is none of New, Contacted, Site visit, Quoting, Won, Lost');
  if (stage === 'lost' && text('lostReason') === undefined)
    faults.push({ path: 'lostReason', message: 'says why the lead was lost' });
  const [ownerId = null, ...namesakes] = staffNamed(text('owner') ?? '');
  if (text('owner') !== undefined && ownerId === null)
    faults.push({ path: 'owner', message: 'is nobody on your staff' });
  if (namesakes.length > 0)
    faults.push({ path: 'owner', message: 'is the name of several on your staff: give the e-mail address' });
  const [email, phone] = [text('email'), text('phone')];
  const contact = text('contact') ?? (email || phone ? (name ?? '?') : undefined);
  const parsed = createLeadSchema.safeParse({
    client: { name: name ?? '?', contacts: contact ? [{ name: contact, email, phone }] : [] },
    projectType: text('projectType') ?? '?',
    siteAddress: text('siteAddress'),
    source: text('source'),
    stage,
    lostReason: text('lostReason'),
    estimatedValue: read('estimatedValue', (amount) => readAmount(amount, currency), 'is no amount such as 12500.00'),
    nextStep: text('nextStep'),
    nextStepOn: read('nextStepOn', (date) => readDate(date, currency), 'is no date such as 2026-12-01'),
    notes: text('notes'),
    ownerId: row.owner === undefined ? undefined : ownerId,
  });
  if (!parsed.success) faults.push(...parsed.error.issues.map(faultOf));
  return parsed.success && faults.length === 0 ? { lead: parsed.data } : { faults };
};

const inContact: Readonly<Record<string, LeadColumn>> = { name: 'contact', email: 'email', phone: 'phone' };
const columnOf = ([field, part, , ofContact]: readonly PropertyKey[]): LeadColumn => {
  if (field === 'client') return part === 'contacts' ? (inContact[String(ofContact)] ?? 'contact') : 'client';
  return fields.find((column) => column === field) ?? 'client';
};
const fields: readonly LeadColumn[] = [
  'projectType',
  'siteAddress',
  'source',
  'stage',
  'lostReason',
  'estimatedValue',
  'nextStep',
  'nextStepOn',
  'notes',
];

const faultOf = (issue: z.core.$ZodIssue): Fault => {
  const path = columnOf(issue.path);
  if (issue.code === 'too_big') return { path, message: `has more than ${issue.maximum} characters` };
  if (path === 'email') return { path, message: 'is no e-mail address' };
  return { path, message: issue.message };
};
