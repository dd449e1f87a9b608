import { disarmed } from '@porchlight/contracts/formulas';
import { columnWords } from './columns';
import { type CheckedRow, whyNot } from './lead-import';
import { type LeadsFile } from './read-file';

/** The rows that are not in, as they stood in the file, with the reasons; no cell of them is a formula to a spreadsheet. */
export const leftOut = ({ headings, rows }: Pick<LeadsFile, 'headings' | 'rows'>, left: readonly CheckedRow[]) =>
  [[...headings, 'Why not'], ...left.map((row) => [...(rows[row.number - 2] ?? []), whyNot(row, columnWords)])].map(
    (cells) => cells.map(disarmed),
  );
