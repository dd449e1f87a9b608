import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { noteVisits } from './note-visits';

const fetched = jest.fn<(url: string, init: { method: string }) => Promise<{ status: number }>>();

/** A page whose events are as trusted as they say; a browser lets no script make up one that is. */
class APage {
  hidden = false;
  private readonly listeners = new Map<string, Set<(event: { isTrusted: boolean }) => void>>();

  addEventListener(type: string, listener: (event: { isTrusted: boolean }) => void): void {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  }

  removeEventListener(type: string, listener: (event: { isTrusted: boolean }) => void): void {
    this.listeners.get(type)?.delete(listener);
  }

  async does(type: string, isTrusted = true): Promise<void> {
    for (const listener of [...(this.listeners.get(type) ?? [])]) listener({ isTrusted });
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('a visit', () => {
  let page: APage;
  beforeEach(() => {
    fetched.mockReset().mockResolvedValue({ status: 204 });
    Object.defineProperty(globalThis, 'fetch', { value: fetched, configurable: true });
    page = new APage();
    noteVisits('p', page as unknown as Document);
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'fetch');
  });

  it('is told once a hand has touched the page, and not by what a script makes up', async () => {
    for (const made of ['pointerdown', 'keydown', 'touchstart', 'wheel', 'scroll', 'click'])
      await page.does(made, false);
    await page.does('scroll');
    expect(fetched).not.toHaveBeenCalled();
    await page.does('wheel');
    await page.does('pointerdown');
    expect(fetched.mock.calls).toEqual([['/api/portal/p/visits', { method: 'POST', keepalive: true }]]);
  });

  it('is told again by the first touch after the page was out of sight', async () => {
    await page.does('touchstart');
    page.hidden = true;
    await page.does('visibilitychange');
    await page.does('touchstart');
    expect(fetched).toHaveBeenCalledTimes(1);
    page.hidden = false;
    await page.does('visibilitychange');
    expect(fetched).toHaveBeenCalledTimes(1);
    await page.does('keydown');
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('is told at the next touch where nobody heard it, and not where it was refused', async () => {
    fetched.mockRejectedValueOnce(new TypeError('offline')).mockResolvedValueOnce({ status: 503 });
    for (let touch = 0; touch < 3; touch++) await page.does('pointerdown');
    expect(fetched).toHaveBeenCalledTimes(3);
    fetched.mockResolvedValue({ status: 410 });
    await page.does('visibilitychange');
    await page.does('pointerdown');
    await page.does('pointerdown');
    expect(fetched).toHaveBeenCalledTimes(4);
  });
});
