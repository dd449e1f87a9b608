import { describe, expect, it } from '@jest/globals';
import { decodeText, readLeadsFile } from './read-file';

const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const fileOf = (...parts: (string | number[])[]): File => {
  const bytes = bytesOf(...parts);
  // jsdom's File has no arrayBuffer.
  return Object.assign(new File([bytes.slice().buffer], 'leads.csv'), {
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  });
};
const read = (...parts: (string | number[])[]) => readLeadsFile(fileOf(...parts));

describe('a file of leads', () => {
  it('is read with commas, semicolons or tabs between its values', async () => {
    for (const separator of [',', ';', '\t']) {
      const { headings, rows } = await read(`Client${separator}Type\nMiller${separator}Kitchen\n`);
      expect({ headings, rows }).toEqual({ headings: ['Client', 'Type'], rows: [['Miller', 'Kitchen']] });
    }
  });

  it('keeps commas, quotes and line breaks inside of quotes', async () => {
    const { rows } = await read('Client,Notes\n"Miller, Mia","said ""yes""\nand called"\n');
    expect(rows).toEqual([['Miller, Mia', 'said "yes"\nand called']]);
  });

  it('is read in any of the ways Windows and Excel write', async () => {
    expect((await read([0xef, 0xbb, 0xbf], 'Client,Type\nJosé,Baño')).headings).toEqual(['Client', 'Type']);
    const utf16 = [
      0xff,
      0xfe,
      ...[...'Client\tType\nJosé\tBaño'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ];
    expect((await read(utf16)).rows).toEqual([['José', 'Baño']]);
    expect((await read('sep=;\nClient;Type\nMiller;Bath')).headings).toEqual(['Client', 'Type']);
  });

  it('in an older encoding is read and said to be so', async () => {
    const { rows, notes } = await read('Client,Type\nJos', [0xe9], ',Bath');
    expect(rows).toEqual([['José', 'Bath']]);
    expect(notes.join()).toContain('not in UTF-8');
  });

  it('has a name for every column, and rows as wide as the widest', async () => {
    const { headings, rows } = await read('Client,,Type\nMiller,x\nBauer,,Roof,more\n\n , , \n');
    expect(headings).toEqual(['Client', 'Column 2', 'Type', 'Column 4']);
    expect(rows).toEqual([
      ['Miller', 'x', '', ''],
      ['Bauer', '', 'Roof', 'more'],
    ]);
  });

  it.each([
    ['nothing at all', [''], 'The file is empty.'],
    ['empty lines', ['\n\n , \n'], 'nothing in it but empty lines'],
    ['headings alone', ['Client,Type\n'], 'one line only'],
    ['a spreadsheet', [[0x50, 0x4b, 3, 4]], 'save it as CSV'],
    ['a picture', [[0x89, 0x50, 0x4e, 0x47, 0, 0]], 'not a text file'],
    ['a quote that never ends', ['Client,Type\n"Miller,Kitchen\nBauer,Roof\n'], 'quotes near row'],
    ['too many rows', [`Client\n${'x\n'.repeat(10_001)}`], '10,001 rows'],
  ])('with %s is refused in a sentence', async (_, parts, sentence) => {
    await expect(read(...(parts as (string | number[])[]))).rejects.toThrow(sentence);
  });

  it('decodes what has no mark as UTF-8 where it can be that', () => {
    expect(decodeText(bytesOf('Zoë'))).toEqual({ text: 'Zoë' });
  });
});
