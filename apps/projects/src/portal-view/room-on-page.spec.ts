import { describe, expect, it } from '@jest/globals';
import { insistOnRoomOnPage } from './room-on-page';

const refused = (size: number, before: number | null): boolean => {
  try {
    insistOnRoomOnPage('x'.repeat(size), before === null ? null : 'x'.repeat(before));
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'portal_full' });
    return true;
  }
};

describe('the room on the customer’s page', () => {
  it.each([
    ['a page that is not full takes more', 600_000, 500_000, false],
    ['a full one takes nothing more', 600_300, 600_000, true],
    ['but another name or date', 600_200, 600_000, false],
    ['until that is too much, too', 900_001, 900_000, true],
    ['it may shrink', 950_000, 960_000, false],
    ['it may keep its size', 950_000, 950_000, false],
    ['nor begins one fuller than that', 600_001, null, true],
  ])('%s', (_what, size, before, expected) => expect(refused(size, before)).toBe(expected));

  it('is counted as it is sent, not in letters', () => {
    expect(() => insistOnRoomOnPage('界'.repeat(250_000), null)).toThrow();
  });
});
