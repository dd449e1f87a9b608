import { describe, expect, it } from '@jest/globals';
import { Refusal, Unreachable } from '../api/refusal';
import { faultOfFile, whyRefused } from './picture-refusals';

const file = (name: string, type = 'image/png', size = 10) => ({ name, type, size });

describe('pictures of the brand', () => {
  it.each([
    [file('a.svg', 'image/svg+xml'), /SVG drawing/],
    [file('a.heic', 'image/heic'), /HEIC/],
    [file('a.pdf', 'application/pdf'), /not a picture/],
    [file('a.png', 'image/png', 0), /empty/],
    [file('a.png', 'image/png', 5 * 1024 * 1024 + 1), /5\.1 MB.*up to 5 MB/],
  ])('are not sent when that would be in vain (%#)', (picture, sentence) => {
    expect(faultOfFile(picture)).toMatch(sentence);
    expect(faultOfFile(file('a.png'))).toBeNull();
  });

  it.each([
    ['unsupported_media_type', /not what its name says/],
    ['body_too_large', /40 megapixels/],
    ['file_refused', /damaged/],
    ['too_many_files', /room for 6/],
  ])('that are refused for %s say so in a sentence', (code, sentence) => {
    expect(whyRefused(new Refusal(415, code, 'refused'), 'two.png')).toMatch(sentence);
    expect(whyRefused(new Refusal(415, code, 'refused'), 'two.png')).toContain('two.png');
  });

  it('that never arrived say that', () => {
    expect(whyRefused(new Unreachable(), 'two.png')).toMatch(/cannot be reached/);
  });
});
