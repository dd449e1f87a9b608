import { disarmed, type LeadColumn, leadColumnNames, leadColumns } from '@porchlight/contracts';
import Papa from 'papaparse';
import type { Lead } from '../lead/lead.entity';

const stageWords = {
  new: 'New',
  contacted: 'Contacted',
  site_visit: 'Site visit',
  quoting: 'Quoting',
  won: 'Won',
  lost: 'Lost',
} as const satisfies Record<Lead['stage'], string>;

/** The names of the owners, by person; who is on the staff no more has none. */
type Owners = ReadonlyMap<string, string>;

/** A lead as a row of a file: texts in the order of the columns. Needs client and contacts. */
const rowOf = (lead: Lead, owners: Owners): Record<LeadColumn, string> => {
  const contact = lead.client.contacts.getItems().find(({ isPrimary }) => isPrimary);
  const value = lead.estimatedValue;
  return {
    client: lead.client.name,
    contact: contact?.name ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    siteAddress: lead.siteAddress ?? '',
    projectType: lead.projectType,
    source: lead.source ?? '',
    stage: stageWords[lead.stage],
    lostReason: lead.lostReason ?? '',
    estimatedValue: value ? `${value.amount} ${value.currency}` : '',
    nextStep: lead.nextStep ?? '',
    nextStepOn: lead.nextStepOn ?? '',
    owner: (lead.ownerId && owners.get(lead.ownerId)) ?? '',
    notes: lead.notes ?? '',
  };
};

/** The names of the columns, behind the mark by which spreadsheets know UTF-8. */
export const csvHead = (): string => `\u{feff}${linesOf([leadColumns.map((column) => leadColumnNames[column])])}`;

/** A line for each lead (RFC 4180); no cell of it is a formula to a spreadsheet. */
export const csvLines = (leads: readonly Lead[], owners: Owners): string =>
  linesOf(
    leads.map((lead) => {
      const row = rowOf(lead, owners);
      return leadColumns.map((column) => disarmed(row[column]));
    }),
  );

const linesOf = (rows: string[][]): string =>
  rows.length === 0 ? '' : `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
