import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { portalId } from '../testing/a-view';
import { Documents } from './documents';

describe('the shared documents', () => {
  it.each([
    ['application/pdf', 'PDF · shared on 21 November · opens as a download'],
    ['text/csv', 'Spreadsheet · shared on 21 November · opens as a download'],
    [undefined, 'Document · shared on 21 November · opens as a download'],
  ])('of the type %s say what they are and that they come as a download', (mediaType, words) => {
    TestBed.configureTestingModule({ providers: [{ provide: VIEWER_LOCALE, useValue: 'en-GB' }] });
    const fixture = TestBed.createComponent(Documents);
    const sharedAt = '2026-11-21T12:00:00.000Z';
    const plan = { id: portalId(1), kind: 'document', title: 'Floor plan', url: '/x', mediaType, sharedAt } as const;
    fixture.componentRef.setInput('documents', [plan]);
    fixture.componentRef.setInput('timeZone', 'America/Denver');
    fixture.componentRef.setInput('today', '2026-11-22');
    fixture.detectChanges();
    const element: HTMLElement = fixture.nativeElement;
    const link = element.querySelector('a');
    expect([link?.textContent, link?.hasAttribute('download')]).toEqual(['Floor plan', true]);
    const about = element.querySelector(`#${link?.getAttribute('aria-describedby')}`);
    expect(about?.textContent?.trim()).toBe(words);
  });
});
