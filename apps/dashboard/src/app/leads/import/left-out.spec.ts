import { describe, expect, it } from '@jest/globals';
import { type CheckedRow } from './lead-import';
import { leftOut } from './left-out';

describe('the rows left out of an import', () => {
  it('stand as they did in the file, with the reason, and begin no formula in any country', () => {
    const file = {
      headings: ['Client', '=Notes'],
      rows: [
        ['Ada', 'fine'],
        ['=1+1', 'Two dogs;=HYPERLINK("http://evil.example")'],
      ],
    };
    const left: CheckedRow[] = [{ number: 3, lead: {}, answer: { status: 'refused', duplicates: [] } }];
    expect(leftOut(file, left)).toEqual([
      ['Client', "'=Notes", 'Why not'],
      ["'=1+1", `Two dogs;'=HYPERLINK("http://evil.example")`, 'Not imported'],
    ]);
  });
});
