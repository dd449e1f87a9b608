import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { PortalViewV1 } from '@porchlight/contracts';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { aView, portalId } from '../testing/a-view';
import { Updates } from './updates';

type Update = PortalViewV1['updates'][number];
const { fetch: realFetch } = globalThis;

const update = (number: number, more: Partial<Update> = {}): Update => ({
  id: portalId(number),
  text: `News ${number}`,
  at: `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`,
  ...more,
});
const all = [8, 7, 6, 5, 4].map((number) => update(number));
const newest = aView({ updates: all.slice(0, 3), olderUpdates: 2 });

describe('the updates', () => {
  let answers: (() => Promise<object>)[];
  let asked: string[];
  const found = (items: unknown) => async () => ({ ok: true, status: 200, json: async () => ({ items }) });
  const failing = async () => ({ ok: false, status: 503, json: async () => ({ code: 'unavailable' }) });

  const render = (view: PortalViewV1) => {
    TestBed.configureTestingModule({ providers: [{ provide: VIEWER_LOCALE, useValue: 'en-GB' }] });
    const fixture = TestBed.createComponent(Updates);
    const show = (next: PortalViewV1) => {
      fixture.componentRef.setInput('view', next);
      fixture.detectChanges();
    };
    fixture.componentRef.setInput('today', '2026-11-21');
    show(view);
    const element: HTMLElement = fixture.nativeElement;
    document.body.append(element);
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
      await fixture.whenStable();
    };
    return {
      show,
      settle,
      element,
      texts: () => [...element.querySelectorAll('li p')].map(({ textContent }) => textContent),
      said: () => element.querySelector('[role=status]')?.textContent,
      button: () => element.querySelector<HTMLButtonElement>('section > button'),
      press: async () => {
        element.querySelector<HTMLButtonElement>('section > button')?.click();
        await settle();
      },
    };
  };

  beforeEach(() => {
    answers = [];
    asked = [];
    const answer = async (address: string) => {
      asked.push(address);
      return (answers.shift() ?? failing)();
    };
    Object.assign(globalThis, { fetch: jest.fn(answer) });
  });
  afterEach(() => {
    Object.assign(globalThis, { fetch: realFetch });
    document.body.replaceChildren();
  });

  it('are the newest three, and nothing is asked for until somebody wants more', () => {
    const { texts, button } = render(newest);
    expect(texts()).toEqual(['News 8', 'News 7', 'News 6']);
    expect(button()?.textContent?.trim()).toBe('Show 2 older updates');
    expect(asked).toEqual([]);
  });

  it('have no button when there are no older ones', () => {
    expect(render(aView({ updates: all.slice(0, 2) })).button()).toBeNull();
  });

  it('show the older ones on demand, say so, and go on with the keyboard at the first of them', async () => {
    answers.push(found(all));
    const { texts, press, said, element } = render(newest);
    await press();
    expect(asked).toEqual([`/api/portal/${newest.projectId}/updates`]);
    expect(texts()).toEqual(['News 8', 'News 7', 'News 6', 'News 5', 'News 4']);
    expect(said()).toBe('2 older updates are shown.');
    expect(document.activeElement).toBe(element.querySelectorAll('li')[3]);
  });

  it('say that they are on their way, and are not asked for twice', async () => {
    let arrive: (value: object) => void = () => {};
    answers.push(() => new Promise((resolve) => (arrive = resolve)));
    const { press, button, settle, texts } = render(newest);
    await press();
    expect(button()?.textContent?.trim()).toBe('Fetching the older updates…');
    expect(button()?.getAttribute('aria-disabled')).toBe('true');
    await press();
    expect(asked).toHaveLength(1);
    arrive(await found(all)());
    await settle();
    expect(texts()).toHaveLength(5);
  });

  it('say plainly when the older ones cannot be had, and try again', async () => {
    answers.push(failing, found(all));
    const { press, said, button, texts } = render(newest);
    await press();
    expect(said()).toBe('The older updates could not be fetched.');
    expect(texts()).toHaveLength(3);
    expect(button()?.textContent?.trim()).toBe('Try again');
    await press();
    expect(texts()).toHaveLength(5);
  });

  it('are fetched anew when the project has changed, so that what was taken back does not stay', async () => {
    answers.push(found(all), found(all.filter(({ text }) => text !== 'News 5')));
    const { press, show, settle, texts } = render(newest);
    await press();
    show({ ...newest, version: newest.version + 1, olderUpdates: 1 });
    await settle();
    expect(texts()).toEqual(['News 8', 'News 7', 'News 6', 'News 4']);
  });

  it('are kept no longer than they are looked at', async () => {
    answers.push(found(all));
    const { press, texts } = render(newest);
    await press();
    await press();
    expect(texts()).toHaveLength(3);
    await press();
    expect(asked).toHaveLength(2);
  });

  it('show a photo in its shape before it is there, small, and named by its day', () => {
    const photo = { photoUrl: '/large', smallUrl: '/small', width: 1200, height: 900 };
    const { element } = render(aView({ updates: [update(8, photo)] }));
    const image = element.querySelector('img');
    expect(['src', 'width', 'height', 'loading', 'alt'].map((name) => image?.getAttribute(name))).toEqual([
      '/small',
      '1200',
      '900',
      'lazy',
      'Photo that came with the update of 8 November',
    ]);
  });
});
