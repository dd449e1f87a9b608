import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { wholePage } from '../testing/whole-page';
import type { Viewer } from '../visit';
import { Share } from './share';

const url = 'https://porchlight.example/portal/x?token=t';
const { fetch: realFetch } = globalThis;

const gatewaySays = (status: number, body: unknown) => {
  const asked = jest.fn<(address: string, options: RequestInit) => Promise<object>>(async () => ({
    ok: status < 300,
    status,
    json: async () => body,
  }));
  Object.assign(globalThis, { fetch: asked });
  return asked;
};
const clipboard = (writeText: (text: string) => Promise<void>) =>
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });

const press = async (viewer: Viewer) => {
  TestBed.configureTestingModule({ providers: [wholePage] });
  const fixture = TestBed.createComponent(Share);
  fixture.componentRef.setInput('projectId', 'p');
  fixture.componentRef.setInput('projectName', 'The Mercer kitchen');
  fixture.componentRef.setInput('viewer', viewer);
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  element.querySelector('button')?.click();
  await fixture.whenStable();
  await new Promise((resolve) => setTimeout(resolve));
  fixture.detectChanges();
  const panel = () => element.querySelector('#share-panel')?.textContent?.replace(/\s+/g, ' ').trim();
  return { element, fixture, panel };
};

describe('Share', () => {
  afterEach(() => {
    Object.assign(globalThis, { fetch: realFetch });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
    Object.defineProperty(window, 'matchMedia', { configurable: true, value: undefined });
  });

  it("copies the viewer's own link and says so", async () => {
    const asked = gatewaySays(200, { url });
    const written = jest.fn<(text: string) => Promise<void>>(async () => {});
    clipboard(written);
    const { element, panel } = await press('link');
    expect(asked.mock.calls[0]?.[0]).toBe('/api/portal/p/share');
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: 'POST' });
    expect(written).toHaveBeenCalledWith(url);
    expect(panel()).toContain('Link copied.');
    expect(panel()).not.toContain('your builder sees');
    expect(panel()).toContain('Your builder can see when the link was last opened.');
    expect(element.querySelector('[role=status]')?.textContent).toBe('Link copied.');
  });

  it('closes when the keyboard goes on past it, and stays while it is in it or nowhere', async () => {
    gatewaySays(200, { url });
    clipboard(async () => {});
    const { element, fixture, panel } = await press('link');
    const beyond = document.body.appendChild(document.createElement('button'));
    const leaveFor = (relatedTarget: Element | null) => {
      element.querySelector('input')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget }));
      fixture.detectChanges();
    };
    leaveFor(element.querySelector('#share-panel button'));
    leaveFor(null);
    expect(panel()).toContain('Link copied.');
    leaveFor(beyond);
    expect(panel()).toBe('');
    expect(document.activeElement).not.toBe(element.querySelector('button'));
    beyond.remove();
  });

  it('shows the link to copy by hand where the browser refuses the clipboard', async () => {
    gatewaySays(201, { url });
    clipboard(() => Promise.reject(new Error('denied')));
    const { element, panel } = await press('customer');
    expect(panel()).toContain('Copy this link:');
    expect(panel()).toContain('your builder sees that you made it');
    expect(element.querySelector('input')?.value).toBe(url);
  });

  it("opens the phone's share sheet", async () => {
    gatewaySays(200, { url });
    const share = jest.fn<(link: object) => Promise<void>>(async () => {});
    Object.defineProperty(navigator, 'share', { configurable: true, value: share });
    Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => ({ matches: true }) });
    const { panel } = await press('link');
    expect(share).toHaveBeenCalledWith({ title: 'The Mercer kitchen', url });
    // behind the sheet: what was passed on, and what it means
    expect(panel()).toContain('Share this page');
    expect(panel()).toContain('can see when the link was last opened');
  });

  it('closes when the viewer thought again', async () => {
    gatewaySays(200, { url });
    const share = () => Promise.reject(new DOMException('', 'AbortError'));
    Object.defineProperty(navigator, 'share', { configurable: true, value: share });
    Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => ({ matches: true }) });
    expect((await press('link')).panel()).toBe('');
  });

  it('says plainly when there is no link to be had', async () => {
    gatewaySays(503, { code: 'unavailable' });
    expect((await press('link')).panel()).toContain('could not be fetched');
  });

  it('sends a builder to the dashboard and asks for nothing', async () => {
    const asked = gatewaySays(200, { url });
    const { element, panel } = await press('builder');
    expect(panel()).toContain('Links are made in the dashboard');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/projects/p');
    expect(asked).not.toHaveBeenCalled();
  });

  it('closes with Escape and gives the keyboard back', async () => {
    gatewaySays(200, { url });
    const { element, fixture, panel } = await press('builder');
    document.body.append(element);
    element.querySelector('a')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    fixture.detectChanges();
    expect(panel()).toBe('');
    expect(document.activeElement?.textContent?.trim()).toBe('Share');
    element.remove();
  });
});
