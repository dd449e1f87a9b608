import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { aView } from '../testing/a-view';
import { RELOAD } from './come-back';
import { Unavailable } from './unavailable';

const { fetch: realFetch } = globalThis;

describe('the page while something on our side is away', () => {
  let statuses: number[];
  const asked = jest.fn<(address: string, how: RequestInit) => Promise<{ status: number }>>();
  const reload = jest.fn();
  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    statuses = [];
    asked.mockImplementation(async () => ({ status: statuses.shift() ?? 503 }));
    Object.assign(globalThis, { fetch: asked });
    TestBed.configureTestingModule({ providers: [{ provide: RELOAD, useValue: reload }] });
  });
  afterEach(() => {
    Object.assign(globalThis, { fetch: realFetch });
    history.replaceState(null, '', '/');
    jest.useRealTimers();
  });

  const open = (company = aView().company, isKnown = true) => {
    const fixture = TestBed.createComponent(Unavailable);
    if (isKnown) fixture.componentRef.setInput('company', company);
    fixture.detectChanges();
    const element: HTMLElement = fixture.nativeElement;
    const button = () => element.querySelector('button');
    const press = async () => {
      button()?.click();
      fixture.detectChanges();
      const during = button()?.textContent?.trim();
      await jest.advanceTimersByTimeAsync(0);
      fixture.detectChanges();
      return during;
    };
    return { element, button, press, status: () => element.querySelector('[role=status]')?.textContent };
  };

  it('says that it is us, and of no project that it is new', () => {
    const { element } = open();
    expect(element.querySelector('h1')?.textContent).toBe('We cannot show your page right now');
    expect(element.textContent).toContain('on our side');
    expect(element.textContent).not.toMatch(/set up|created/);
  });

  it('names whom to ask where that is known, and nobody otherwise', () => {
    expect(open().element.querySelector('pl-contact-card')?.textContent).toContain(aView().company.name);
    expect(open(undefined, false).element.querySelector('pl-contact-card')).toBeNull();
  });

  it('is tried again by a press, which is answered, and only opens when there is something to open', async () => {
    statuses = [503, 429, 200];
    const { press, status, button } = open();
    expect(await press()).toBe('Trying…');
    expect([status(), button()?.textContent?.trim()]).toEqual(['Not yet. We keep trying.', 'Try again']);
    await press();
    expect(reload).not.toHaveBeenCalled();
    await press();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(button()?.getAttribute('aria-disabled')).toBe('true');
  });

  it('comes back by itself, and does not ask more often for having been pressed', async () => {
    const { press } = open();
    for (let count = 0; count < 5; count += 1) await press();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked.mock.calls.length).toBeLessThan(5 + 12);
    statuses = [200];
    await jest.advanceTimersByTimeAsync(15_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('asks for the link that was opened, which nothing else can answer for', async () => {
    history.replaceState(null, '', '/portal/0193b1aa-0000-7000-8000-000000000001?token=x');
    // A redirect that is not followed has no status: the link opens.
    statuses = [0];
    await open().press();
    expect(asked.mock.calls[0]?.[0]).toMatch(/\?token=x$/);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
