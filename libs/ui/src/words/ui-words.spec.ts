import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { english } from './english';
import { countedIn } from './plural';
import { spanish } from './spanish';
import { UI_WORDS } from './ui-words';
import { VIEWER_LOCALE } from './viewer-locale';

const wordsOf = (locale: string) => {
  TestBed.configureTestingModule({ providers: [{ provide: VIEWER_LOCALE, useValue: locale }] });
  return TestBed.inject(UI_WORDS);
};

describe('the words of the shared components', () => {
  it('are the same words in both languages, each said in its own', () => {
    const flat = (words: object, path = ''): [string, string][] =>
      Object.entries(words).flatMap(([key, value]): [string, string][] => {
        if (typeof value === 'object') return flat(value, `${path}${key}.`);
        return [[path + key, typeof value === 'function' ? value(2) : value]];
      });
    const [ours, theirs] = [new Map(flat(english(countedIn('en')))), new Map(flat(spanish(countedIn('es'))))];
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    for (const [key, word] of theirs) expect([key, word]).not.toEqual([key, ours.get(key)]);
  });

  it('follow the viewer', () => {
    expect(wordsOf('es-MX').daysLeft(1)).toBe('día restante');
    TestBed.resetTestingModule();
    expect(wordsOf('en-GB').daysLeft(2)).toBe('days left');
  });
});
