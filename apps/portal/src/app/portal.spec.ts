import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { PortalEntry, PortalViewV1 } from '@porchlight/contracts';
import { VIEWER_LOCALE } from '@porchlight/ui';
import './later/rest';
import { LINE } from './live/follow';
import { Portal } from './portal';
import { ALine } from './testing/a-line';
import { aView, portalId } from './testing/a-view';

// A busy machine takes its time over the first of these whole pages.
jest.setTimeout(60_000);

const write = (entry: PortalEntry) => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = 'entry';
  script.textContent = JSON.stringify(entry);
  document.body.append(script);
};

const open = async (entry: PortalEntry, locale = 'en-GB') => {
  write(entry);
  const line = new ALine();
  TestBed.configureTestingModule({
    providers: [
      { provide: LINE, useValue: () => line },
      { provide: VIEWER_LOCALE, useValue: locale },
    ],
  });
  const fixture = TestBed.createComponent(Portal);
  fixture.detectChanges();
  // the second script comes after the first paint
  await jest.advanceTimersByTimeAsync(300);
  fixture.detectChanges();
  const page: HTMLElement = fixture.nativeElement;
  const text = (selector: string) => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
  const press = (name: string) => {
    const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name));
    if (!button) throw new Error(`no button ${name}`);
    button.click();
    fixture.detectChanges();
  };
  const says = (frame: object) => {
    line.last.say(frame);
    fixture.detectChanges();
  };
  return { page, line, fixture, text, texts, press, says };
};
const show = (view: Partial<PortalViewV1> = {}, locale?: string) =>
  open({ state: 'view', viewer: 'link', view: aView(view) }, locale);

describe('the portal', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T19:00:00Z') });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('is headed by the logo, named as the company; by the name alone where the logo cannot be had', async () => {
    const logoUrl = '/api/portal/x/files/a';
    const { page, fixture } = await show({ company: { ...aView().company, logoUrl } });
    const logo = () => page.querySelector<HTMLImageElement>('pl-company-header img');
    const name = () => page.querySelector('pl-company-header .name');
    expect([logo()?.getAttribute('src'), logo()?.alt]).toEqual([logoUrl, 'Alder & Sons']);
    expect([name()?.textContent, name()?.getAttribute('aria-hidden')]).toEqual(['Alder & Sons', 'true']);
    logo()?.dispatchEvent(new Event('error'));
    fixture.detectChanges();
    expect(logo()).toBeNull();
    expect([name()?.textContent, name()?.getAttribute('aria-hidden')]).toEqual(['Alder & Sons', null]);
  });

  it('shows its parts in the order in which a homeowner asks', async () => {
    const { page } = await show({
      items: [{ id: portalId(1), title: 'Tiles', kind: 'selection', status: 'waiting' }],
      milestones: [{ id: portalId(2), name: 'Roof', section: 'execution', targetDate: '2026-12-01' }],
      updates: [{ id: portalId(3), text: 'Hello', at: '2026-11-20T12:00:00.000Z' }],
      shared: [{ id: portalId(4), kind: 'document', title: 'Plan', url: '/x', sharedAt: '2026-11-20T12:00:00.000Z' }],
    });
    expect([...page.querySelectorAll('h1, h2')].map(({ textContent }) => textContent)).toEqual([
      'The Mercer kitchen',
      'Progress',
      'Your Items',
      'Milestones',
      'Where the work stands',
      'Latest updates',
      'Documents',
      'Your builder',
    ]);
    expect(document.title).toBe('The Mercer kitchen – Alder & Sons');
  });

  it('leaves out what there is nothing of', async () => {
    const { texts } = await show({ address: undefined, welcomeMessage: undefined, confirmedAt: undefined });
    expect(texts('h2')).toEqual(['Progress', 'Where the work stands', 'Your builder']);
    expect(texts('.address, .welcome')).toEqual([]);
    expect(texts('pl-foot p').join(' ')).not.toContain('confirmed');
  });

  it('shows ring, badge and sections', async () => {
    const { text, texts } = await show();
    expect(text('pl-progress-ring')).toContain('64%');
    expect(text('pl-days-badge')).toMatch(/^13 days left Friday,? 4 December$/);
    expect(texts('pl-section-bar')).toEqual(
      ['Planning 100%', 'Execution 58%', 'Closeout Nothing planned yet'].map((words) =>
        expect.stringContaining(words.split(' ').at(-1) ?? ''),
      ),
    );
    expect(text('pl-foot')).toMatch(/Last confirmed by Alder & Sons on 20 November(,| at) 16:10\./);
  });

  it.each(['link', 'customer', 'builder'] as const)(
    'shows a %s the way to an account only where there is one',
    async (viewer) => {
      const { page } = await open({ state: 'view', viewer, view: aView() });
      expect(page.querySelector('pl-foot a[href="/account"]') !== null).toBe(viewer === 'customer');
    },
  );

  it('shows what waits for the customer, what is with the builder and what is done', async () => {
    const { text, texts, page } = await show({
      items: [
        { id: portalId(1), title: 'Tiles', kind: 'selection', status: 'waiting', dueDate: '2026-12-04' },
        { id: portalId(2), title: 'Layout', kind: 'approval', status: 'waiting', dueDate: '2026-11-19' },
        { id: portalId(3), title: 'Gate code', kind: 'information', status: 'with_builder' },
        { id: portalId(4), title: 'Paint', kind: 'selection', status: 'done' },
      ],
    });
    expect(text('pl-your-items')).toContain('2 things wait for you');
    expect(texts('pl-your-items .card h3')).toEqual(['Layout', 'Tiles', 'Gate code']);
    expect(texts('pl-your-items .due')).toEqual([
      expect.stringMatching(/^Was due Thursday,? 19 November$/),
      expect.stringMatching(/^By Friday,? 4 December$/),
    ]);
    expect(texts('pl-your-items .state')).toEqual(['With Alder & Sons now']);
    expect(text('pl-your-items summary')).toBe('Done (1)');
    expect(page.querySelector('pl-contact-button a')?.getAttribute('href')).toBe(
      'mailto:hello@alder.example?subject=The%20Mercer%20kitchen%3A%20Layout',
    );
  });

  it('says in a friendly line that nothing waits', async () => {
    const { text } = await show({ items: [{ id: portalId(4), title: 'Paint', kind: 'selection', status: 'done' }] });
    expect(text('pl-your-items')).toContain('Nothing is waiting for you right now.');
  });

  it('folds older milestones, and unfolds them', async () => {
    const { texts, press } = await show({
      milestones: [1, 2, 3, 4, 5].map((number) => ({
        id: portalId(number),
        name: `Step ${number}`,
        section: 'execution',
        targetDate: `2026-10-0${number}`,
        reachedOn: `2026-10-0${number}`,
      })),
    });
    expect(texts('pl-milestones h3')).toEqual(['Step 3', 'Step 4', 'Step 5']);
    press('Show 2 earlier');
    expect(texts('pl-milestones h3')).toHaveLength(5);
  });

  it('is for looking up once it is archived: nothing is asked, nothing is still to come', async () => {
    const { page, text, texts } = await show({
      status: 'archived',
      progress: { overall: 100, planning: 100, execution: 100, closeout: 100 },
      items: [{ id: portalId(1), title: 'Tiles', kind: 'selection', status: 'waiting' }],
      milestones: [
        { id: portalId(2), name: 'Roof', section: 'execution', targetDate: '2026-10-01', reachedOn: '2026-10-01' },
        { id: portalId(3), name: 'Never', section: 'execution', targetDate: '2026-10-02' },
      ],
      updates: [{ id: portalId(4), text: 'Hello', at: '2026-11-20T12:00:00.000Z' }],
      shared: [{ id: portalId(5), kind: 'document', title: 'Keys', url: '/x', sharedAt: '2026-11-20T12:00:00.000Z' }],
    });
    expect(texts('h2')).toEqual([
      'Your project is handed over',
      'Milestones',
      'Latest updates',
      'Documents',
      'Your builder',
    ]);
    expect(texts('pl-milestones h3')).toEqual(['Roof']);
    expect(text('pl-contact-card')).toContain('+1 (303) 555-0142');
    expect(page.querySelector('pl-progress-ring, pl-your-items, pl-section-bar')).toBeNull();
  });

  it('speaks the language of who reads it: words, dates, numbers of things, and what is said aloud', async () => {
    const { text, says } = await show(
      {
        items: [{ id: portalId(1), title: 'Azulejos', kind: 'selection', status: 'waiting', dueDate: '2026-12-04' }],
        milestones: [{ id: portalId(2), name: 'Techo', section: 'execution', targetDate: '2026-11-19' }],
      },
      'es-MX',
    );
    expect(text('pl-days-badge')).toBe('13 días restantes viernes, 4 de diciembre');
    expect(text('pl-progress-ring')).toBe('64%completado');
    expect(text('pl-your-items')).toContain('1 asunto espera por usted');
    expect(text('pl-your-items .due')).toBe('Para el viernes, 4 de diciembre');
    expect(text('pl-milestones li p')).toBe('Estaba previsto para el 19 de noviembre');
    expect(text('pl-foot')).toMatch(/Confirmado por última vez el 20 de noviembre.* por Alder & Sons\./);
    says({ type: 'view', version: 8, view: aView({ version: 8, status: 'on_hold' }) });
    expect(text('p[role=status]')).toBe('La obra está en pausa.');
  });

  it('tells viewers that the builder can see when a link was opened', async () => {
    expect((await show()).text('pl-foot')).toContain('Alder & Sons can see when a link to this page was last opened.');
  });

  it('turns a milestone late at midnight of the project, with no event', async () => {
    const milestones = [{ id: portalId(1), name: 'Roof', section: 'execution', targetDate: '2026-11-21' } as const];
    jest.setSystemTime(Date.parse('2026-11-22T06:59:58Z'));
    const { text, fixture } = await show({ milestones });
    expect(text('pl-milestones li')).toContain('Next');
    await jest.advanceTimersByTimeAsync(3_000);
    fixture.detectChanges();
    expect(text('pl-milestones li')).toContain('Was planned for 21 November');
  });

  it('shows a change, says it, lets its place glow once, and is honest about the line', async () => {
    const { text, says, line, page, fixture } = await show();
    expect(text('pl-live-mark')).toContain('Connecting… shown as of');
    line.last.opened();
    const progress = { overall: 71, planning: 100, execution: 66, closeout: null };
    says({ type: 'view', version: 8, view: aView({ version: 8, progress }) });
    expect(text('pl-progress-ring')).toContain('71%');
    expect(text('pl-live-mark')).toBe('Live');
    expect(text('p[role=status]')).toBe('Overall progress is now 71 percent.');
    expect(page.querySelectorAll('[data-touched]')).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(2_100);
    fixture.detectChanges();
    expect(page.querySelectorAll('[data-touched]')).toHaveLength(0);
    line.answers = () => ({ kind: 'unreachable' });
    line.last.closed();
    fixture.detectChanges();
    expect(text('pl-live-mark')).toContain('Reconnecting… shown as of');
  });

  it('says of which day it is when the day is another', async () => {
    const { text, line, fixture } = await show();
    line.answers = () => ({ kind: 'unreachable' });
    line.last.closed();
    fixture.detectChanges();
    expect(text('pl-live-mark')).toMatch(/^Reconnecting… shown as of \d+:\d\d$/);
    jest.setSystemTime(Date.parse('2026-11-23T19:00:00Z'));
    document.dispatchEvent(new Event('visibilitychange'));
    fixture.detectChanges();
    expect(text('pl-live-mark')).toMatch(/^Reconnecting… shown as of 21 Nov, \d+:\d\d$/);
  });

  it('holds nothing of the project any more once the link is revoked', async () => {
    const { page, says, text } = await show({
      items: [{ id: portalId(1), title: 'Choose the worktop', kind: 'selection', status: 'waiting' }],
      updates: [{ id: portalId(3), text: 'Slab poured', at: '2026-11-20T12:00:00.000Z' }],
    });
    says({ type: 'closing', reason: 'revoked' });
    expect(text('h1')).toBe('This link was switched off');
    expect(page.querySelector('a[href^="tel:"]')).not.toBeNull();
    const left = document.documentElement.outerHTML;
    for (const trace of ['Mercer', 'Larkspur', 'worktop', 'Slab', 'Welcome', '64%']) expect(left).not.toContain(trace);
    expect(document.title).toBe('Porchlight');
  });

  it('speaks of no link to a customer whose access was ended', async () => {
    const { says, text } = await open({ state: 'view', viewer: 'customer', view: aView() });
    says({ type: 'closing', reason: 'revoked' });
    expect(text('h1')).toBe('This project is no longer open to you');
  });

  it('sends who is signed out to the way in', async () => {
    const { says, page, text } = await show();
    says({ type: 'closing', reason: 'signed_out' });
    expect(text('h1')).toBe('You are signed out');
    expect(page.querySelector('a')?.getAttribute('href')).toMatch(/^\/sign-in/);
  });

  it.each([
    ['unknown', 'This link does not work'],
    ['revoked', 'This link was switched off'],
    ['expired', 'This link has ended'],
  ] as const)('says plainly that a link is %s', async (reason, title) => {
    expect((await open({ state: 'dead_link', reason, company: aView().company })).text('h1')).toBe(title);
  });

  it('helps without access, and without saying whether the project exists', async () => {
    const { text } = await open({ state: 'no_access' });
    expect(text('h1')).toBe('Please open the link from your builder again');
    expect(text('a')).toBe('Sign in');
  });

  it('tells a previewing builder whose view it is', async () => {
    const { page, text } = await open({ state: 'view', viewer: 'builder', view: aView() });
    expect(text('pl-preview-bar')).toContain('the page your customer sees');
    expect(page.querySelector('pl-preview-bar a')?.getAttribute('href')).toBe(`/projects/${aView().projectId}`);
  });

  it('wears the colours of the company and takes them off', async () => {
    const root = document.documentElement;
    const colors = { primary: '#1d4ed8', secondary: '#0f766e' };
    const { says } = await show({ company: { ...aView().company, colors } });
    expect(root.style.getPropertyValue('--brand-accent-light')).toBe('#1d4ed8');
    says({ type: 'closing', reason: 'signed_out' });
    expect(root.style.getPropertyValue('--brand-accent-light')).toBe('');
  });
});
