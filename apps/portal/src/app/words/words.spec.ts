import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { countedIn, VIEWER_LOCALE } from '@porchlight/ui';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from './english';
import { languageFor } from './language';
import { laterEnglish } from './later-english';
import { laterSpanish } from './later-spanish';
import { LATER_WORDS } from './later-words';
import { spanish } from './spanish';
import { WORDS } from './words';

/** Every word of a list by its path, functions asked with names and with a number. */
const flat = (words: object, path = ''): [path: string, said: string[]][] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string[]][] => {
    const place = path ? `${path}.${key}` : key;
    if (typeof value === 'string') return [[place, [value]]];
    if (typeof value !== 'function') return flat(Object(value), place);
    return [[place, [value('Ⓐ', 'Ⓑ'), value(1, 1), value(7, 7)].map(String)]];
  });
const ours = new Map([...flat(english), ...flat(laterEnglish(countedIn('en')), 'later')]);
const theirs = new Map([...flat(spanish), ...flat(laterSpanish(countedIn('es')), 'later')]);

/** A word that is the same in both languages. */
const same = ['product', 'tabTitle', 'later.contact.about', 'later.documents.kinds.pdf'];

describe('the words of the portal', () => {
  it('are the same list in both languages', () => {
    expect(ours.size).toBeGreaterThan(100);
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
  });

  it('are all said in Spanish, none left in English', () => {
    const untold = [...theirs].filter(([key, said]) => String(said) === String(ours.get(key))).map(([key]) => key);
    expect(untold.sort()).toEqual([...same].sort());
  });

  it('leave out nothing that a sentence is about', () => {
    for (const [key, [said = '']] of theirs) {
      const names = (text: string) => ['Ⓐ', 'Ⓑ'].filter((name) => text.includes(name));
      expect([key, names(said)]).toEqual([key, names(ours.get(key)?.[0] ?? '')]);
      expect([key, said.trim()]).not.toEqual([key, '']);
    }
  });

  it('count as the language counts', () => {
    const words = laterSpanish(countedIn('es-MX'));
    expect([0, 1, 2].map(words.items.waiting)).toEqual([
      '0 asuntos esperan por usted',
      '1 asunto espera por usted',
      '2 asuntos esperan por usted',
    ]);
  });

  it('explain the ring without a figure, in both', () => {
    for (const words of [laterEnglish(countedIn('en')), laterSpanish(countedIn('es'))])
      expect(words.howMade.join(' ')).not.toMatch(/[\d%]/);
  });

  it('follow the browser, and the page says which they are', () => {
    const page = document.implementation.createHTMLDocument();
    const speaking = (...languages: string[]) => {
      const asked = { documentElement: page.documentElement, defaultView: { navigator: { languages } } };
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [languageFor(asked as unknown as Document)] });
      const said = [TestBed.inject(WORDS).share, TestBed.inject(LATER_WORDS).share.close];
      return [...said, TestBed.inject(VIEWER_LOCALE), page.documentElement.lang];
    };
    expect(speaking('es-US', 'en')).toEqual(['Compartir', 'Cerrar', 'es-US', 'es-US']);
    expect(speaking('fr', 'en-GB')).toEqual(['Share', 'Close', 'en-GB', 'en-GB']);
    expect(speaking('ko')).toEqual(['Share', 'Close', 'en', 'en']);
  });
});

describe('the templates', () => {
  const root = join(__dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!spec)\.(ts|html)$/.test(name),
  );
  const templateIn = (name: string): string => {
    const text = readFileSync(join(root, name), 'utf8');
    return name.endsWith('.html') ? text : (/\n {2}template: [`'"]([\s\S]*?)[`'"],\n/.exec(text)?.[1] ?? '');
  };
  /** What a reader would see or hear of a template before any word list is asked. */
  const bareWords = (template: string): string[] => {
    const attributes = [...template.matchAll(/\s(?:alt|title|aria-label|aria-description|placeholder)="([^"]*)"/g)];
    const text = template
      .replaceAll(
        /@(?:if|for|switch|case|else if) \((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|@(?:else|default|let[^;]*;)/g,
        '',
      )
      .replaceAll(/\{\{[\s\S]*?\}\}|<[^>]*>|&\w+;/g, '');
    return [...attributes.map(([, value = '']) => value), ...text.split(/\s+/)].filter((word) => /\p{L}/u.test(word));
  };

  it('hold no words of their own', () => {
    const templates = files.map((name) => [name, templateIn(name)] as const).filter(([, template]) => template);
    expect(templates.length).toBeGreaterThan(20);
    expect(templates.flatMap(([name, template]) => bareWords(template).map((word) => `${name}: ${word}`))).toEqual([]);
  });

  it('would be caught with one', () => {
    expect(bareWords('@if (a(); as b) {<p title="Hello">{{ words.a }} there</p> }')).toEqual(['Hello', 'there']);
  });
});
