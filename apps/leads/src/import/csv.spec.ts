import { describe, expect, it } from '@jest/globals';
import {
  type CreateLead,
  createLeadSchema,
  type LeadColumn,
  leadColumnNames,
  leadColumns,
} from '@porchlight/contracts';
import fc from 'fast-check';
import Papa from 'papaparse';
import { v7 } from 'uuid';
import { Client } from '../client/client.entity';
import { Lead } from '../lead/lead.entity';
import { csvHead, csvLines } from './csv';
import { staffNamed } from './owner-match';
import { readRow } from './read-row';

const owners = new Map([
  [v7(), 'Olive Owner'],
  [v7(), 'Mia Manager'],
]);
const staff = staffNamed([...owners].map(([personId, name], n) => ({ personId, name, email: `${n}@alder.example` })));
const leadOf = (input: CreateLead): Lead => {
  const client = Client.named(v7(), v7(), input.client?.name ?? '');
  for (const contact of input.client?.contacts ?? []) client.add(v7(), contact);
  return Lead.open(v7(), client, input);
};
const cellsOf = (csv: string) => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
const rowsOf = (csv: string) =>
  cellsOf(csv).map((cells): Partial<Record<LeadColumn, string>> =>
    Object.fromEntries(leadColumns.map((column, index) => [column, cells[index] ?? ''])),
  );

/** Anything that may be typed, with more than its share of what is awkward in files. */
const typed = (max: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '＝', '|', ' ', 'é'),
        fc.string({ unit: 'grapheme' }),
      ),
      {
        minLength: 1,
      },
    )
    .map((parts) => parts.join('').slice(0, max).trim())
    .filter((text) => /^\P{Cc}+$/u.test(text));
const lines = fc
  .tuple(fc.array(typed(80), { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\t', ';', ';"'))
  .map(([all, between]) => all.join(between));

const input = fc
  .record(
    {
      projectType: typed(120),
      client: fc.record({ name: typed(160), contacts: fc.constant([]) }),
      siteAddress: typed(300),
      source: typed(120),
      stage: fc.constantFrom('new', 'contacted', 'site_visit', 'quoting', 'won'),
      estimatedValue: fc.record({
        amount: fc.integer({ min: -999_999_999, max: 999_999_999 }).map((cents) => (cents / 100).toFixed(2)),
        currency: fc.constantFrom('USD', 'EUR', 'JPY'),
      }),
      nextStep: typed(300),
      nextStepOn: fc
        .date({ min: new Date('1990-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      notes: lines,
      ownerId: fc.constantFrom(...owners.keys(), null),
    },
    { requiredKeys: ['projectType', 'client'] },
  )
  .map((lead) => createLeadSchema.safeParse(lead))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data);

describe('a file of leads', () => {
  it('is read back as it was written, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 4 }), (inputs) => {
        const rows = rowsOf(csvLines(inputs.map(leadOf), owners));
        expect(rows.map((row) => readRow(row, 'USD', staff))).toEqual(
          inputs.map((lead) => ({ lead: { ...lead, stage: lead.stage ?? 'new', ownerId: lead.ownerId ?? null } })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('has no cell that a spreadsheet calculates with', () => {
    fc.assert(
      fc.property(input, (lead) => {
        const cells = cellsOf(csvLines([leadOf(lead)], owners)).flat();
        for (const cell of cells) expect(cell).not.toMatch(/(^|[;\t\r\n])"?[=+\-@\t\r＝＋－＠]/);
      }),
    );
    const attacks = ['=HYPERLINK("http://evil.example";"x")', '+1+1', '-2+3', '@SUM(A1)', "=cmd|' /C calc'!A0", '＝1'];
    const leads = attacks.map((projectType) => leadOf({ projectType, client: { name: projectType, contacts: [] } }));
    expect(rowsOf(csvLines(leads, owners)).map(({ client }) => client)).toEqual(attacks.map((attack) => `'${attack}`));
  });

  it('has none either where it is opened with semicolons between its cells', () => {
    const attack = `=cmd|' /C calc'!A0`;
    const notes = [`x;${attack}`, `x;"${attack}`, `a, "b";${attack}`, `x\n${attack}`, `x\r\n${attack}`, `x\t${attack}`];
    const leads = notes.map((note) =>
      leadOf({ projectType: `x;${attack}`, client: { name: 'X', contacts: [] }, notes: note }),
    );
    const file = csvLines(leads, owners);
    for (const delimiter of [',', ';', '\t'])
      for (const cell of Papa.parse<string[]>(file, {
        delimiter,
        quoteChar: delimiter === ',' ? '"' : '\u0001',
      }).data.flat())
        expect(cell).not.toMatch(/^"*[=+\-@＝＋－＠]/);
    expect(rowsOf(file).map(({ notes: written }) => written)).toEqual(
      notes.map((note) => note.replace(/(?<=[;\n\t])(?="?=)/, "'")),
    );
    expect(rowsOf(file).map((row) => readRow(row, 'USD', staff))).toMatchObject(
      notes.map((note) => ({ lead: { notes: note } })),
    );
  });

  it('begins with the names of its columns, in UTF-8 as spreadsheets know it', () => {
    expect(csvHead()).toBe(`\u{feff}${Object.values(leadColumnNames).join()}\r\n`);
    expect(csvLines([], owners)).toBe('');
  });
});
