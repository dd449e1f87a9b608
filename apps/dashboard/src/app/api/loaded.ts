import { DestroyRef, DOCUMENT, inject, signal } from '@angular/core';

/** Something a page shows: loaded once, renewed quietly. What was last known stays when a renewal fails. */
export class Loaded<T> {
  private readonly known = signal<T | null>(null);
  private readonly failure = signal<unknown>(null);
  private turn = 0;
  readonly value = this.known.asReadonly();
  readonly error = this.failure.asReadonly();

  constructor(private readonly fetch: () => Promise<T>) {}

  /** Of several loads under way only the last one counts, and a change made meanwhile counts more than any. */
  async load(): Promise<void> {
    const turn = ++this.turn;
    try {
      const value = await this.fetch();
      if (turn === this.turn) this.set(value);
    } catch (error) {
      if (turn === this.turn) this.failure.set(error);
    }
  }

  /** The same question about something else: what was known is not the answer to it. */
  async restart(): Promise<void> {
    this.known.set(null);
    this.failure.set(null);
    await this.load();
  }

  set(value: T): void {
    this.turn++;
    this.known.set(value);
    this.failure.set(null);
  }

  change(step: (value: T) => T): void {
    const value = this.known();
    if (value !== null) this.set(step(value));
  }
}

/** Lists of things with an id: put in its place, at the end when new. */
export const withItem =
  <T extends { readonly id: string }>(item: T) =>
  (items: readonly T[]): T[] =>
    items.some(({ id }) => id === item.id) ? items.map((old) => (old.id === item.id ? item : old)) : [...items, item];

export const withoutItem =
  <T extends { readonly id: string }>(id: string) =>
  (items: readonly T[]): T[] =>
    items.filter((item) => item.id !== id);

/** Renews when the tab is looked at again: what others did meanwhile is there. Call it in an injection context. */
export function onReturn(renew: () => void): void {
  const document = inject(DOCUMENT);
  const look = () => (document.visibilityState === 'visible' ? renew() : undefined);
  document.addEventListener('visibilitychange', look);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
}
