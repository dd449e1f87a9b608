import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { MatSnackBar } from '@angular/material/snack-bar';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { Unreachable } from '../api/refusal';
import { Toasts } from '../shell/toasts';
import { inViewersLanguage, viewersLanguage } from './door-words';
import { OpenPage } from './open-page';

@Component({ template: '' })
class Page {}

const said: (string | undefined)[] = [];
const open = async (path: string) => {
  await TestBed.inject(Router).navigateByUrl(path);
  TestBed.inject(Toasts).fail(new Unreachable());
  return TestBed.inject(OpenPage);
};

describe('the page that is open', () => {
  beforeEach(() => {
    said.length = 0;
    const providers = [inViewersLanguage, { provide: VIEWER_LOCALE, useValue: 'es-MX' }];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'mine', component: Page, providers, resolve: { language: viewersLanguage } },
          { path: 'work', children: [{ path: '', component: Page }] },
        ]),
        {
          provide: MatSnackBar,
          useValue: { open: (...words: (string | undefined)[]) => said.push(...words.slice(0, 2)) },
        },
      ],
    });
  });

  it('has what stands over it speak the viewer’s language, where it does itself', async () => {
    expect((await open('/mine')).language).toBe('es');
    expect(said).toEqual([expect.stringContaining('No se puede conectar'), 'Cerrar']);
  });

  it('asks for nothing in another language where it speaks English as the rest', async () => {
    const page = await open('/work');
    expect([page.language, page.words.signInAgain.title]).toEqual([undefined, 'Sign in again']);
    expect(said).toEqual([expect.stringContaining('cannot be reached'), 'Close']);
  });
});
