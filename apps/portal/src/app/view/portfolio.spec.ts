import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { aView } from '../testing/a-view';
import { Portfolio } from './portfolio';

const url = (name: string) => `/api/portal/x/files/${name}`;

const show = (pictures: { url: string; alt?: string }[] | undefined) => {
  TestBed.configureTestingModule({ providers: [{ provide: VIEWER_LOCALE, useValue: 'en-GB' }] });
  const fixture = TestBed.createComponent(Portfolio);
  fixture.componentRef.setInput('company', { ...aView().company, ...(pictures && { pictures }) });
  fixture.detectChanges();
  const page: HTMLElement = fixture.nativeElement;
  return { page, fixture, images: () => [...page.querySelectorAll('img')] };
};

describe('the portfolio', () => {
  it('shows the pictures in order, says what they show, and fetches none before it is near', () => {
    const { page, images } = show([{ url: url('a'), alt: 'A blue kitchen' }, { url: url('b') }]);
    expect(page.querySelector('h3')?.textContent).toBe('Work by Alder & Sons');
    expect(images().map((image) => [image.getAttribute('src'), image.alt, image.getAttribute('loading')])).toEqual([
      [url('a'), 'A blue kitchen', 'lazy'],
      [url('b'), 'A picture of work by Alder & Sons', 'lazy'],
    ]);
  });

  it('leaves out a picture that cannot be had, and itself when none can', () => {
    const { page, fixture, images } = show([{ url: url('a') }, { url: url('b') }]);
    const fail = () => {
      images()[0]?.dispatchEvent(new Event('error'));
      fixture.detectChanges();
    };
    fail();
    expect(images().map((image) => image.getAttribute('src'))).toEqual([url('b')]);
    fail();
    expect(page.textContent).toBe('');
  });

  it('is not there without pictures', () => {
    expect(show(undefined).page.textContent).toBe('');
  });
});
