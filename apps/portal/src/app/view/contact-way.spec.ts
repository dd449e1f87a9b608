import { describe, expect, it } from '@jest/globals';
import { bestWay, callAddress, writeAddress } from './contact-way';

const both = { phone: '+1 303', email: 'hello@alder.example' };

describe('the way to the builder', () => {
  it('is a call on a phone and a letter at a desk, or the one there is', () => {
    expect(bestWay(both, true)).toBe('call');
    expect(bestWay(both, false)).toBe('write');
    expect(bestWay({ phone: '+1 303' }, false)).toBe('call');
    expect(bestWay({ email: 'hello@alder.example' }, true)).toBe('write');
    expect(bestWay({}, true)).toBeNull();
  });

  it('dials digits only', () => {
    expect(callAddress('+1 (303) 555-0142')).toBe('tel:+13035550142');
  });

  it('cannot smuggle further headers into a letter', () => {
    expect(writeAddress('a@b.example?bcc=c@d.example')).toBe('mailto:a@b.example%3Fbcc%3Dc%40d.example');
    expect(writeAddress('a@b.example', 'Tiles & more')).toBe('mailto:a@b.example?subject=Tiles%20%26%20more');
  });
});
