import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { NewLink } from './new-link';

const projectId = '0193b1aa-0000-7000-8000-000000000001';
const { fetch: realFetch } = globalThis;

describe('asking for a new link by mail', () => {
  beforeEach(() => history.replaceState(null, '', `/portal/${projectId}`));
  afterEach(() => {
    Object.assign(globalThis, { fetch: realFetch });
    history.replaceState(null, '', '/');
    document.body.replaceChildren();
  });

  const gatewaySays = (status: number, headers: Record<string, string> = {}) => {
    const asked = jest.fn<(address: string, options: RequestInit) => Promise<object>>(async () => ({
      ok: status < 300,
      status,
      headers: new Headers(headers),
    }));
    Object.assign(globalThis, { fetch: asked });
    return asked;
  };

  const render = () => {
    const fixture = TestBed.createComponent(NewLink);
    fixture.detectChanges();
    const element: HTMLElement = fixture.nativeElement;
    document.body.append(element);
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
      await fixture.whenStable();
    };
    const ask = async (email: string) => {
      const field = element.querySelector('input');
      if (!field) throw new Error('nothing to type into');
      field.value = email;
      element.querySelector('form')?.requestSubmit();
      await settle();
    };
    return { element, settle, ask, fault: () => element.querySelector('.fault')?.textContent ?? null };
  };

  it('answers the same for every address, and goes on there with the keyboard', async () => {
    const asked = gatewaySays(202);
    const { element, ask } = render();
    await ask(' anna@home.example ');
    expect(asked.mock.calls[0]?.[0]).toBe(`/api/portal/${projectId}/link-requests`);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({
      method: 'POST',
      body: '{"email":"anna@home.example","language":"en"}',
    });
    const said = element.querySelector('.sent');
    expect(said?.textContent).toContain('If there is a way into this project for that address');
    expect(said?.textContent).not.toContain('anna');
    expect(document.activeElement).toBe(said);
  });

  it('has the mail written in the language of the page', async () => {
    TestBed.configureTestingModule({ providers: [{ provide: VIEWER_LOCALE, useValue: 'es-MX' }] });
    const asked = gatewaySays(202);
    await render().ask('ana@home.example');
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ body: '{"email":"ana@home.example","language":"es"}' });
  });

  it.each(['', 'anna', 'anna@', 'a b@c.example'])(
    'asks nobody about %j, and says what an address looks like',
    async (typed) => {
      const asked = gatewaySays(202);
      const { element, ask, fault } = render();
      await ask(typed);
      expect(asked).not.toHaveBeenCalled();
      expect(fault()).toContain('a whole e-mail address');
      const field = element.querySelector('input');
      expect(field?.getAttribute('aria-invalid')).toBe('true');
      expect(field?.getAttribute('aria-describedby')).toContain(element.querySelector('.fault')?.id);
      expect(document.activeElement).toBe(field);
    },
  );

  it.each([
    [400, {}, 'a whole e-mail address'],
    [429, { 'retry-after': '600' }, 'try again in 10 minutes'],
    [429, { 'retry-after': '20' }, 'try again in a minute'],
    [429, {}, 'try again in a minute'],
    [503, {}, 'did not get through'],
  ])('says in plain words what a %i with %j means, and keeps what was typed', async (status, headers, words) => {
    gatewaySays(status, { ...headers });
    const { element, ask, fault } = render();
    await ask('anna@home.example');
    expect(fault()).toContain(words);
    expect(element.querySelector('input')?.value).toBe('anna@home.example');
  });

  it('says so when nobody answers', async () => {
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('no network')) });
    const { ask, fault } = render();
    await ask('anna@home.example');
    expect(fault()).toContain('did not get through');
  });

  it('asks once, however often it is pressed', async () => {
    let arrive: (answer: object) => void = () => {};
    const asked = jest.fn(() => new Promise<object>((resolve) => (arrive = resolve)));
    Object.assign(globalThis, { fetch: asked });
    const { element, ask, settle } = render();
    await ask('anna@home.example');
    const button = element.querySelector('form button');
    expect([button?.textContent?.trim(), button?.getAttribute('aria-disabled')]).toEqual(['Asking…', 'true']);
    await ask('anna@home.example');
    expect(asked).toHaveBeenCalledTimes(1);
    arrive({ ok: true, status: 202 });
    await settle();
    expect(element.querySelector('.sent')).not.toBeNull();
  });

  it('is not offered where the address names no project', () => {
    history.replaceState(null, '', '/portal/somewhere');
    expect(render().element.querySelector('form')).toBeNull();
  });
});
