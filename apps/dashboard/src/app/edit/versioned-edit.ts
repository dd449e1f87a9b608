import { signal } from '@angular/core';
import { Refusal } from '../api/refusal';
import { fieldWord, showField } from '../words/fields';

/** Known by its id, or, where a company has one of its kind, by the company's. */
export type Versioned = { readonly version: number } & ({ readonly id: string } | { readonly companyId: string });

export interface Disagreement {
  readonly field: string;
  readonly label: string;
  readonly theirs: string;
  readonly yours: string;
}

/** An edit that met a newer version: what is stored now, and what was wanted. */
export interface StaleEdit<T, C> {
  readonly current: T;
  readonly change: C;
  /** Who changed it meanwhile, where that can be told. */
  readonly who: string | null;
  readonly rows: readonly Disagreement[];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The keys of `wanted` whose values differ from what `base` has. */
export function changesAgainst<C extends object>(base: object, wanted: C): C {
  const change = { ...wanted };
  for (const key in wanted) if (isSame(Reflect.get(base, key), wanted[key])) Reflect.deleteProperty(change, key);
  return change;
}

export const isEmpty = (change: object): boolean => Object.keys(change).length === 0;

/**
 * Writes changes of something that carries a version. When somebody else was faster, nothing is lost: the edit waits with both
 * values until it is redone over theirs or dropped.
 */
export class VersionedEdit<T extends Versioned, C extends object> {
  private readonly waiting = signal<StaleEdit<T, C> | null>(null);
  readonly stale = this.waiting.asReadonly();

  constructor(
    private readonly write: (current: T, change: C) => Promise<T>,
    private readonly whoChanged: (current: T) => Promise<string | null> = () => Promise.resolve(null),
  ) {}

  /** The resource as saved, or null when it was stale (see `stale`). Other failures are thrown. */
  async save(base: T, change: C): Promise<T | null> {
    try {
      const saved = await this.write(base, change);
      this.waiting.set(null);
      return saved;
    } catch (error) {
      const current = error instanceof Refusal && error.code === 'version_stale' ? error.current : null;
      if (!isNowOf(base, current)) throw error;
      const rows = disagreements(current, change);
      // Who did it is an extra: the choice is offered even when that question goes unanswered.
      const who = await this.whoChanged(current).catch(() => null);
      this.waiting.set({ current, change, who, rows });
      return null;
    }
  }

  /** The waiting change again, over what is stored now. */
  redo(): Promise<T | null> {
    const waiting = this.waiting();
    return waiting ? this.save(waiting.current, waiting.change) : Promise.resolve(null);
  }

  /** Drops the waiting change; gives what is stored now. */
  keepTheirs(): T | null {
    const current = this.waiting()?.current ?? null;
    this.waiting.set(null);
    return current;
  }
}

/** Field by field, theirs beside yours; what both mean alike is left out unless nothing else remains. */
function disagreements(current: object, change: object): Disagreement[] {
  const rows = Object.entries(change).map(([field, yours]) => ({
    field,
    label: fieldWord(field),
    theirs: showField(field, Reflect.get(current, field)),
    yours: showField(field, yours),
  }));
  const differing = rows.filter(({ theirs, yours }) => theirs !== yours);
  return differing.length > 0 ? differing : rows;
}

const idOf = (thing: object): unknown => Reflect.get(thing, 'id') ?? Reflect.get(thing, 'companyId');

const isNowOf = <T extends Versioned>(base: T, value: unknown): value is T =>
  typeof value === 'object' &&
  value !== null &&
  idOf(value) === idOf(base) &&
  typeof Reflect.get(value, 'version') === 'number';
