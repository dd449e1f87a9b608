import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, linkedSignal, signal } from '@angular/core';
import { email, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RequestReset } from '@porchlight/contracts';
import { languageOf, VIEWER_LOCALE } from '@porchlight/ui';
import { Api } from '../api/api';
import { DOOR_WORDS } from '../door/door-words';
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
        <h1 appTakesFocus>{{ words.reset.sent }}</h1>
        <p>{{ words.reset.sentText(address) }}</p>
        <p class="muted">{{ words.reset.sentNothing }}</p>
        <div class="actions">
          <button matButton="outlined" type="button" (click)="sentTo.set(null)">{{ words.reset.other }}</button>
          <ng-container [ngTemplateOutlet]="back" />
        </div>
      } @else {
        <h1>{{ words.reset.forgotTab }}</h1>
        <p class="muted">{{ words.reset.forgotText }}</p>
        <form class="stack" (submit)="ask($event)" novalidate>
          <app-form-head [saving]="saving" />
          <app-field [label]="words.email">
            <input appControl [formField]="form.email" type="email" autocomplete="username" />
          </app-field>
          <div class="actions">
            <button matButton="filled" type="submit" [disabled]="saving.busy()">{{ words.reset.send }}</button>
            <ng-container [ngTemplateOutlet]="back" />
          </div>
        </form>
      }
      <ng-template #back>
        @if (invitation; as token) {
          <a routerLink="/invite" [fragment]="token">{{ words.reset.toInvitation }}</a>
        } @else {
          <a routerLink="/sign-in" [queryParams]="{ email: model().email || null, to }">{{ words.reset.toSignIn }}</a>
        }
      </ng-template>
    </app-public-frame>
  `,
  styles: `
    .actions {
      gap: var(--space-3) var(--space-5);
    }
    .actions a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgotPassword {
  readonly email = input<string>();
  protected readonly words = inject(DOOR_WORDS);
  private readonly language = languageOf(inject(VIEWER_LOCALE));
  private readonly api = inject(Api);
  private readonly wayBack = inject(WayBack);
  /** Where sign-in would have led. In the history's state, not in the address: it may be an invitation's link. */
  protected readonly to = wantedPlace(inject(DOCUMENT).defaultView?.history.state);

  protected readonly invitation = this.to?.startsWith('/invite#') ? this.to.slice('/invite#'.length) : null;

  protected readonly sentTo = signal<string | null>(null);
  protected readonly saving = new Saving(this.words.failures);
  protected readonly model = linkedSignal<RequestReset>(() => ({ email: this.email() ?? '' }));
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: this.words.missingEmail });
    email(path.email, { message: this.words.oddEmail });
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const address = this.model().email.trim();
    const ask = () =>
      this.api.post('/api/identity/password-resets', { email: address, language: this.language }, anonymous());
    if (!(await this.saving.run(this.form, ask))) return;
    if (this.to) this.wayBack.remember(address, this.to);
    this.sentTo.set(address);
  }
}

const wantedPlace = (state: unknown): string | null => {
  const to: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'to') : null;
  return typeof to === 'string' ? localPath(to) : null;
};
