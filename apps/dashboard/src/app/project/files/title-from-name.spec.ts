import { describe, expect, it } from '@jest/globals';
import { titleFromName } from './title-from-name';

describe('the title a document begins with', () => {
  it.each([
    ['kitchen_plan-v2.pdf', 'Kitchen plan v2'],
    ['2026-11-03_permit.pdf', '2026-11-03 permit'],
    ['Permit.final.docx', 'Permit.final'],
    ['plan', 'Plan'],
    ['___.pdf', ''],
  ])('%s becomes %s', (name, title) => {
    expect(titleFromName(name)).toBe(title);
  });

  it('is never longer than a title may be', () => {
    expect(titleFromName(`${'long '.repeat(40)}.pdf`).length).toBeLessThanOrEqual(120);
  });
});
