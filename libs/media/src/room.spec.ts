import { describe, expect, it } from '@jest/globals';
import { byteWords, insistOnRoom } from './room';

describe('room for files', () => {
  const remedy = 'Delete some first.';

  it('is there up to the last byte', () => {
    expect(() => insistOnRoom({ limit: 100, taken: 90, needed: 10, remedy })).not.toThrow();
    expect(() => insistOnRoom({ limit: 100, taken: 99, remedy })).not.toThrow();
    expect(() => insistOnRoom({ limit: 100, taken: 90, needed: 11, remedy })).toThrow();
    expect(() => insistOnRoom({ limit: 100, taken: 100, remedy })).toThrow();
  });

  it('that is missing is told with what is left, and what to do', () => {
    const [limit, taken] = [20_000_000_000, 19_998_800_000];
    expect(() => insistOnRoom({ limit, taken, needed: 3_400_000, remedy })).toThrow(
      'It needs 3.4 MB, and 1.2 MB of your company’s 20.0 GB are left. Delete some first.',
    );
    expect(() => insistOnRoom({ limit, taken: limit, remedy })).toThrow(
      'The files of your company take up all of its 20.0 GB. Delete some first.',
    );
  });

  it.each([
    [640, '640 B'],
    [12_400, '12 kB'],
    [999_600, '1.0 MB'],
    [999_999_999, '1.0 GB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(byteWords(bytes)).toBe(words);
  });
});
