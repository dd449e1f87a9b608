import { describe, expect, it } from '@jest/globals';
import { Refusal, Unreachable } from '../api/refusal';
import { faultOfFile, faultOfPhoto, sizeWords, whyRefused } from './file-words';

describe('files, in words', () => {
  it.each([
    [640, '640 B'],
    [12_400, '12 kB'],
    [999_600, '1.0 MB'],
    [3_400_000, '3.4 MB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('says before sending what would not be taken', () => {
    expect(faultOfFile({ name: 'a.pdf', size: 0, type: 'application/pdf' })).toMatch('empty');
    expect(faultOfFile({ name: 'a.heic', size: 9, type: 'image/heic' })).toMatch('JPEG');
    expect(faultOfFile({ name: 'a.exe', size: 9, type: '' })).toMatch('not kept here');
    expect(faultOfFile({ name: 'a.pdf', size: 16 * 1024 * 1024, type: 'application/pdf' })).toMatch('15 MB');
    expect(faultOfFile({ name: 'a.pdf', size: 9, type: 'application/pdf' })).toBeNull();
  });

  it('says so of a document where only a photo will do', () => {
    expect(faultOfPhoto({ name: 'a.pdf', size: 9, type: 'application/pdf' })).toBe('a.pdf is no photo.');
    expect(faultOfPhoto({ name: 'a.png', size: 9, type: 'image/png' })).toBeNull();
    expect(faultOfPhoto({ name: 'a.png', size: 0, type: 'image/png' })).toMatch('empty');
  });

  it('tells a file that was refused from one that never arrived', () => {
    expect(whyRefused(new Refusal(415, 'unsupported_media_type', 'That is no photo.'), 'a.png')).toBe(
      'a.png was not taken: That is no photo.',
    );
    expect(whyRefused(new Unreachable(), 'a.png')).toMatch('a.png was not sent');
  });
});
