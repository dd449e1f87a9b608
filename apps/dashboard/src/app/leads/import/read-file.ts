/** A file of leads as it was read: its headings, and its rows as wide as these. */
export interface LeadsFile {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What its person should look at. */
  readonly notes: readonly string[];
}
/** A sentence instead of a file. */
export class UnreadableFile extends Error {}

const largest = 20 * 1024 * 1024;
export const mostRows = 10_000;

interface Decoded {
  readonly text: string;
  readonly note?: string;
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Text in UTF-8 or UTF-16 by its mark, UTF-8 without one, and otherwise what Windows has written for decades. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11))
    throw new UnreadableFile(
      'This is a spreadsheet, not a CSV file. Open it and save it as CSV, then choose that file.',
    );
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.subarray(0, 4096).includes(0))
    throw new UnreadableFile('This is not a text file. Save your leads as CSV, then choose that file.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      note: 'The file is not in UTF-8 and was read as Windows text. See below whether letters such as é and ñ are right.',
    };
  }
}

/** Reads a file of comma-, semicolon- or tab-separated values. Throws `UnreadableFile` with the reason as a sentence. */
export async function readLeadsFile(file: File): Promise<LeadsFile> {
  if (file.size === 0) throw new UnreadableFile('The file is empty.');
  if (file.size > largest) throw new UnreadableFile('The file is larger than 20 MB. Split it and import the parts.');
  const { text, note } = decodeText(new Uint8Array(await file.arrayBuffer()));
  const { default: Papa } = await import('papaparse');
  // Excel may write its separator into a line of its own.
  const body = text.replace(/^\ufeff?sep=.\r?\n/i, '');
  const { data, errors } = Papa.parse<string[]>(body, { skipEmptyLines: 'greedy' });
  const open = errors.find(({ type }) => type === 'Quotes');
  if (open)
    throw new UnreadableFile(
      `The quotes near row ${(open.row ?? 0) + 1} do not match, so what follows cannot be read. Mend that row and choose the file again.`,
    );
  const [headings, ...rows] = data;
  if (!headings) throw new UnreadableFile('The file has nothing in it but empty lines.');
  if (rows.length === 0)
    throw new UnreadableFile(
      'The file has one line only. The first line says what the columns are; leads stand below it.',
    );
  if (rows.length > mostRows)
    throw new UnreadableFile(
      `The file has ${rows.length.toLocaleString()} rows; ${mostRows.toLocaleString()} can be imported at a time.`,
    );
  const width = Math.max(headings.length, ...rows.map((row) => row.length));
  return {
    name: file.name,
    headings: Array.from({ length: width }, (_, at) => headings[at]?.trim() || `Column ${at + 1}`),
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at]?.trim() ?? '')),
    notes: note ? [note] : [],
  };
}
