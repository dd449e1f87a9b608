import { inject, signal } from '@angular/core';
import type { InspectedLink } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Refusal } from '../api/refusal';
import { anonymous } from './anonymous';
import { onPageToken } from './page-token';

export type MailedLinkState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'trouble'; readonly error: unknown }
  | { readonly kind: InspectedLink['status']; readonly email: string };

/**
 * The link of a mail whose page somebody opened: looked at when the page opens, which uses up nothing, and used by
 * `complete`. Call it in an injection context.
 */
export class MailedLink {
  private readonly api = inject(Api);
  private token = '';
  private readonly found = signal<MailedLinkState>({ kind: 'looking' });
  readonly state = this.found.asReadonly();

  constructor(private readonly resource: 'password-resets' | 'email-confirmations') {
    onPageToken((token) => {
      this.token = token;
      void this.look();
    });
  }

  async look(): Promise<void> {
    const { token } = this;
    this.found.set({ kind: 'looking' });
    const state = await this.inspect(token).catch(afterFailure);
    if (token === this.token) this.found.set(state);
  }

  complete<T>(body: object = {}): Promise<T> {
    return this.api.post<T>(`${this.path}/complete`, { token: this.token, ...body }, anonymous());
  }

  private get path(): string {
    return `/api/identity/${this.resource}`;
  }

  private async inspect(token: string): Promise<MailedLinkState> {
    if (token === '') return { kind: 'unknown' };
    const { status, email } = await this.api.post<InspectedLink>(`${this.path}/inspect`, { token }, anonymous());
    return { kind: status, email };
  }
}

/** A token that is none (404), or cannot be one (400), is a link that was cut off; anything else may be tried again. */
const afterFailure = (error: unknown): MailedLinkState =>
  error instanceof Refusal && [400, 404].includes(error.status) ? { kind: 'unknown' } : { kind: 'trouble', error };
