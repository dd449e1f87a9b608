import { DOCUMENT, inject, Injectable } from '@angular/core';
import { localPath } from './home';
import { storageOf } from './storage';

const key = 'porchlight.way-back';
/** As long as the mailed link for a new password is good. */
const goodForMs = 60 * 60 * 1_000;

interface Kept {
  readonly email: string;
  readonly to: string;
  readonly until: number;
}

/**
 * Where somebody was going when they noticed that they forgot their password. The mail with the link opens another tab,
 * so it is kept in the browser: for one address, for an hour, once. It may be an invitation's link, which stands in
 * the history of the same browser anyway.
 */
@Injectable({ providedIn: 'root' })
export class WayBack {
  private readonly storage = storageOf(inject(DOCUMENT).defaultView);

  remember(email: string, to: string): void {
    this.storage?.setItem(key, JSON.stringify({ email: spelled(email), to, until: Date.now() + goodForMs }));
  }

  /** The way of this person, which is forgotten by it; null where there is none. */
  take(email: string): string | null {
    const kept = this.kept();
    if (!kept) return null;
    if (kept.until >= Date.now() && kept.email !== spelled(email)) return null;
    this.storage?.removeItem(key);
    return kept.until >= Date.now() ? localPath(kept.to) : null;
  }

  private kept(): Kept | null {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(key) ?? 'null');
      return isKept(kept) ? kept : null;
    } catch {
      return null;
    }
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  ['email', 'to'].every((part) => typeof Reflect.get(value, part) === 'string') &&
  typeof Reflect.get(value, 'until') === 'number';

const spelled = (email: string): string => email.trim().toLowerCase();
