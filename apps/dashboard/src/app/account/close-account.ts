import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { DOOR_WORDS } from '../door/door-words';
import { FormHead } from '../form/form-head';
import { PasswordField } from '../form/password-field';
import { Saving } from '../form/saving';
import { TakesFocus } from '../form/takes-focus';
import { Session } from '../session/session';
import { HiddenUsername } from './hidden-username';

/** Closes the account for good: says what that means, asks for the password. */
@Component({
  selector: 'app-close-account',
  imports: [FormHead, HiddenUsername, MatButton, PasswordField, RouterLink, TakesFocus],
  template: `
    @if (!asking()) {
      <div class="actions">
        <button matButton="outlined" type="button" [appTakesFocus]="kept()" (click)="asking.set(true)">
          {{ words.account.close.ask }}
        </button>
      </div>
    } @else {
      <form class="ask stack" appTakesFocus (submit)="close($event)" novalidate>
        <ul>
          <li>{{ words.account.close.means.signedOut }}</li>
          <li>{{ words.account.close.means.leave }}</li>
          <li>{{ words.account.close.means.stays }}</li>
          <li>{{ words.account.close.means.free }}</li>
        </ul>
        @if (soleOwner()) {
          <p class="trouble" role="alert">
            {{ words.account.close.soleOwner }} <a routerLink="/people">{{ words.account.close.people }}</a>.
          </p>
        }
        <app-form-head [saving]="saving" />
        <app-hidden-username />
        <app-password-field
          [label]="words.account.password.yours"
          autocomplete="current-password"
          [field]="form.password"
        />
        <div class="actions">
          <button matButton="filled" type="submit" [disabled]="saving.busy()">{{ words.account.close.sure }}</button>
          <button matButton type="button" (click)="keep()">{{ words.account.close.keep }}</button>
        </div>
      </form>
    }
  `,
  styles: `
    .ask {
      padding: var(--space-5);
      border-radius: var(--radius);
      background: var(--late-wash);
    }
    ul {
      display: grid;
      gap: var(--space-2);
      padding-inline-start: var(--space-5);
      list-style: disc;
    }
    .trouble {
      background: var(--surface);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CloseAccount {
  protected readonly words = inject(DOOR_WORDS);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly asking = signal(false);
  /** Asked, and thought better of. */
  protected readonly kept = signal(false);
  protected readonly soleOwner = signal(false);
  protected readonly saving = new Saving(this.words.failures);
  private readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (path) =>
    required(path.password, { message: this.words.password.missing }),
  );

  protected keep(): void {
    this.kept.set(true);
    this.asking.set(false);
  }

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    this.soleOwner.set(false);
    const close = () => this.api.post('/api/identity/me/deactivate', this.model());
    const closed = await this.saving.run(this.form, close, {
      refused: ({ code }) => {
        this.soleOwner.set(code === 'last_owner');
        return code === 'last_owner';
      },
    });
    if (!closed) return;
    this.session.forget();
    await this.router.navigate(['/sign-in'], { queryParams: { after: 'closed' } });
  }
}
