import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { Refusal, Unreachable, plainly } from '../api/refusal';
import { DOOR_WORDS, inViewersLanguage } from './door-words';
import { english } from './english';
import { spanish } from './spanish';

const typed = ['one', 'two', 'three', 'four'];

/** Every sentence by its path, each said of the same people. */
const sentences = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'object') return sentences(value, `${path}${key}.`);
    // Whatever a service found wrong with fields is said of a list.
    return [[path + key, typeof value === 'function' ? value(...(key === 'fields' ? [[]] : typed)) : value]];
  });

const wordsFor = (locale: string) => {
  TestBed.configureTestingModule({ providers: [inViewersLanguage, { provide: VIEWER_LOCALE, useValue: locale }] });
  return TestBed.inject(DOOR_WORDS);
};

describe('the words of the pages on the way in', () => {
  it('are the same words in both languages, each said in its own', () => {
    const [ours, theirs] = [new Map(sentences(english)), new Map(sentences(spanish))];
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    for (const [path, sentence] of theirs) expect([path, sentence]).not.toEqual([path, ours.get(path)]);
  });

  it('follow the viewer on these pages, and are English elsewhere', () => {
    expect(wordsFor('es-MX').signIn.title).toBe('Iniciar sesión');
    TestBed.resetTestingModule();
    expect(wordsFor('en-GB').signIn.title).toBe('Sign in');
    TestBed.resetTestingModule();
    expect(TestBed.inject(DOOR_WORDS).signIn.title).toBe('Sign in');
  });

  it('say in Spanish why something was refused, whatever the services say', () => {
    const said = (code: string) => plainly(new Refusal(400, code, 'In English.'), spanish.failures);
    expect(said('credentials_wrong')).toBe('El correo o la contraseña no son correctos.');
    expect(said('never_heard_of')).toBe('Algo salió mal. Inténtelo de nuevo.');
    expect(plainly(new Unreachable(), spanish.failures)).toContain('No se puede conectar');
    expect(plainly(new Refusal(429, 'too_many_requests', '', [], null, null, 120), spanish.failures)).toContain(
      'Espere 2 minutos',
    );
    expect(plainly(new Refusal(400, 'credentials_wrong', 'In English.'))).toBe('In English.');
  });
});
