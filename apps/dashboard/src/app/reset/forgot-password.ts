import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, linkedSignal, signal } from '@angular/core';
import { email, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RequestReset } from '@porchlight/contracts';
import { Api } from '../api/api';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { TakesFocus } from '../form/takes-focus';
import { Saving } from '../form/saving';
import { anonymous } from '../session/anonymous';
import { localPath } from '../session/home';
import { WayBack } from '../session/way-back';
import { PublicFrame } from '../shell/public-frame';

/** Asks for a link by mail. The answer is the same for every address, so nobody learns here who has an account. */
@Component({
  selector: 'app-forgot-password',
  imports: [...formParts, FormHead, MatButton, NgTemplateOutlet, PublicFrame, RouterLink, TakesFocus],
  template: `
    <app-public-frame>
      @if (sentTo(); as address) {
        <h1 appTakesFocus>Look in your mail</h1>
        <p>
          If there is an account with <strong>{{ address }}</strong>, a message with a link is on its way there. The
          link is good for one hour and works once.
        </p>
        <p class="muted">
          Nothing after a few minutes? Look in the spam folder, and see that the address is the one you signed up with.
        </p>
        <div class="actions">
          <button matButton="outlined" type="button" (click)="sentTo.set(null)">Try another address</button>
          <ng-container [ngTemplateOutlet]="back" />
        </div>
      } @else {
        <h1>Forgot your password?</h1>
        <p class="muted">We mail you a link with which you choose a new one.</p>
        <form class="stack" (submit)="ask($event)" novalidate>
          <app-form-head [saving]="saving" />
          <app-field label="E-mail">
            <input appControl [formField]="form.email" type="email" autocomplete="username" />
          </app-field>
          <div class="actions">
            <button matButton="filled" type="submit" [disabled]="saving.busy()">Mail me a link</button>
            <ng-container [ngTemplateOutlet]="back" />
          </div>
        </form>
      }
      <ng-template #back>
        @if (invitation; as token) {
          <a routerLink="/invite" [fragment]="token">Back to your invitation</a>
        } @else {
          <a routerLink="/sign-in" [queryParams]="{ email: model().email || null, to }">Back to sign-in</a>
        }
      </ng-template>
    </app-public-frame>
  `,
  styles: `
    .actions {
      gap: var(--space-3) var(--space-5);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgotPassword {
  readonly email = input<string>();
  private readonly api = inject(Api);
  private readonly wayBack = inject(WayBack);
  /** Where sign-in would have led. In the history's state, not in the address: it may be an invitation's link. */
  protected readonly to = wantedPlace(inject(DOCUMENT).defaultView?.history.state);

  protected readonly invitation = this.to?.startsWith('/invite#') ? this.to.slice('/invite#'.length) : null;

  protected readonly sentTo = signal<string | null>(null);
  protected readonly saving = new Saving();
  protected readonly model = linkedSignal<RequestReset>(() => ({ email: this.email() ?? '' }));
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Enter your e-mail address' });
    email(path.email, { message: 'Enter an e-mail address such as anna@example.com' });
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const address = this.model().email.trim();
    const ask = () => this.api.post('/api/identity/password-resets', { email: address }, anonymous());
    if (!(await this.saving.run(this.form, ask))) return;
    if (this.to) this.wayBack.remember(address, this.to);
    this.sentTo.set(address);
  }
}

const wantedPlace = (state: unknown): string | null => {
  const to: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'to') : null;
  return typeof to === 'string' ? localPath(to) : null;
};
