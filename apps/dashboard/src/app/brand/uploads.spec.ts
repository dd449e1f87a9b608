import { describe, expect, it } from '@jest/globals';
import { Refusal, Unreachable } from '../api/refusal';
import { Uploads } from './uploads';

const file = (name: string, type = 'image/png', size = 10): File => {
  const made = new File(['x'], name, { type });
  Object.defineProperty(made, 'size', { value: size });
  return made;
};
const never = () => Promise.reject(new Error('was sent'));

describe('pictures to be sent', () => {
  it.each([
    [file('a.svg', 'image/svg+xml'), /SVG drawing/],
    [file('a.heic', 'image/heic'), /HEIC/],
    [file('a.pdf', 'application/pdf'), /not a picture/],
    [file('a.png', 'image/png', 0), /empty/],
    [file('a.png', 'image/png', 5 * 1024 * 1024 + 1), /5\.1 MB.*up to 5 MB/],
  ])('are not sent when that would be in vain (%#)', async (picture, sentence) => {
    const uploads = new Uploads();
    expect(await uploads.send([picture], never)).toBe(0);
    expect(uploads.troubles()).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    ['unsupported_media_type', /not what its name says/],
    ['body_too_large', /40 megapixels/],
    ['file_refused', /damaged/],
    ['too_many_files', /room for 6/],
  ])('that are refused for %s say so in a sentence, and the others are sent all the same', async (code, sentence) => {
    const uploads = new Uploads();
    const sent: string[] = [];
    const taken = await uploads.send([file('one.png'), file('two.png'), file('three.png')], ({ name }) => {
      if (name === 'two.png') return Promise.reject(new Refusal(415, code, 'refused'));
      sent.push(name);
      return Promise.resolve();
    });
    expect([taken, sent]).toEqual([2, ['one.png', 'three.png']]);
    expect(uploads.troubles()).toEqual([expect.stringMatching(sentence)]);
    expect(uploads.troubles()[0]).toContain('two.png');
  });

  it('say how far they have come, one at a time', async () => {
    const uploads = new Uploads();
    const shares: unknown[] = [];
    await uploads.send([file('one.png')], async (_, at) => {
      at(0.5);
      shares.push(uploads.now());
      // A second batch waits for nobody: it is not begun.
      expect(await uploads.send([file('two.png')], never)).toBe(0);
      throw new Unreachable();
    });
    expect(shares).toEqual([{ name: 'one.png', share: 0.5 }]);
    expect(uploads.now()).toBeNull();
    expect(uploads.troubles()[0]).toMatch(/cannot be reached/);
  });
});
