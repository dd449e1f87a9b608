import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { portalId } from '../testing/a-view';
import { PhotoGallery } from './photo-gallery';
import { PhotosInWords } from './photos-in-words';

const photo = (number: number, title = '') => ({
  id: portalId(number),
  kind: 'photo' as const,
  title,
  url: `/large/${number}`,
  smallUrl: `/small/${number}`,
  width: 1600,
  height: 1200,
  sharedAt: '2026-11-21T12:00:00.000Z',
});

describe('the shared photos', () => {
  // jsdom knows no dialog; only what a browser does with it is added
  beforeEach(() => {
    Object.assign(HTMLDialogElement.prototype, {
      showModal(this: HTMLDialogElement) {
        this.open = true;
      },
      close(this: HTMLDialogElement) {
        this.open = false;
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
    Reflect.deleteProperty(HTMLDialogElement.prototype, 'close');
  });

  const render = (files: ReturnType<typeof photo>[]) => {
    TestBed.configureTestingModule({ providers: [{ provide: VIEWER_LOCALE, useValue: 'en-GB' }] });
    const fixture = TestBed.createComponent(PhotoGallery);
    const show = (shared: typeof files) => {
      const words = TestBed.inject(PhotosInWords);
      fixture.componentRef.setInput('photos', words.shared(shared, 'America/Denver', '2026-11-22'));
      fixture.detectChanges();
    };
    show(files);
    const element: HTMLElement = fixture.nativeElement;
    const dialog = () => element.querySelector('dialog');
    return {
      show,
      element,
      dialog,
      small: () => [...element.querySelectorAll('li img')],
      large: () => dialog()?.querySelector('img')?.getAttribute('src'),
      open: (at: number) => {
        element.querySelectorAll<HTMLButtonElement>('li button')[at]?.click();
        fixture.detectChanges();
      },
      key: (key: string) => {
        dialog()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        fixture.detectChanges();
      },
      fail: (image: Element | null | undefined) => {
        image?.dispatchEvent(new Event('error'));
        fixture.detectChanges();
      },
    };
  };

  it('are small and lazy in their grid, with room kept, and never without words', () => {
    const { small } = render([photo(1, 'The new porch'), photo(2)]);
    expect(small().map((image) => ['src', 'loading', 'width', 'alt'].map((name) => image.getAttribute(name)))).toEqual([
      ['/small/1', 'lazy', '1600', 'The new porch'],
      ['/small/2', 'lazy', '1600', 'Photo shared on 21 November'],
    ]);
  });

  it('open large in place and are turned by the arrow keys, to the ends and no further', () => {
    const { open, large, key, dialog } = render([photo(1, 'Porch'), photo(2), photo(3)]);
    expect(dialog()?.querySelector('img')).toBeNull();
    open(1);
    expect([dialog()?.open, large()]).toEqual([true, '/large/2']);
    expect(dialog()?.querySelector('[role=status]')?.textContent).toBe('2 of 3');
    key('ArrowLeft');
    key('ArrowLeft');
    expect(large()).toBe('/large/1');
    expect(dialog()?.getAttribute('aria-label')).toBe('Porch');
    key('ArrowRight');
    key('ArrowRight');
    key('ArrowRight');
    expect(large()).toBe('/large/3');
  });

  it('are turned by buttons that keep the keyboard at the ends, or the arrow keys would reach nothing', () => {
    const { open, large, dialog, key } = render([photo(1), photo(2)]);
    open(0);
    const [before, after] = [...(dialog()?.querySelectorAll<HTMLButtonElement>('.turn button') ?? [])];
    const ends = () => [before, after].map((button) => button?.getAttribute('aria-disabled'));
    expect(ends()).toEqual(['true', null]);
    after?.focus();
    after?.click();
    after?.click();
    key('Shift');
    expect([large(), ends()]).toEqual(['/large/2', [null, 'true']]);
    expect([after?.disabled, document.activeElement]).toEqual([false, after]);
  });

  it('hold nothing open that is not shared any more', () => {
    const { open, show, dialog } = render([photo(1), photo(2)]);
    open(0);
    show([photo(2)]);
    expect(dialog()?.open).toBe(false);
    expect(dialog()?.innerHTML).not.toContain('/large/1');
  });

  it('say in words that one could not be loaded', () => {
    const { small, fail, element, open, dialog } = render([photo(1, 'Porch'), photo(2)]);
    fail(small()[0]);
    expect(element.querySelector('li button')?.textContent?.trim()).toBe('Porch');
    open(1);
    fail(dialog()?.querySelector('img'));
    expect(dialog()?.textContent).toContain('This photo could not be loaded.');
  });

  it('are nine at first, and all on demand', () => {
    const many = Array.from({ length: 24 }, (_, at) => photo(at + 1));
    const { small, element, show } = render(many);
    expect(small()).toHaveLength(9);
    const button = element.querySelector<HTMLButtonElement>('section > button');
    expect(button?.textContent?.trim()).toBe('Show all 24 photos');
    button?.click();
    show(many);
    expect(small()).toHaveLength(24);
  });
});
