import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
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
          Close my account…
        </button>
      </div>
    } @else {
      <form class="ask stack" appTakesFocus (submit)="close($event)" novalidate>
        <ul>
          <li>You are signed out everywhere, and can never sign in with this account again.</li>
          <li>You leave every company and project, and the portals you follow.</li>
          <li>What you did stays with the companies, under your name. Their projects go on without you.</li>
          <li>Your e-mail address is free for a new account.</li>
        </ul>
        @if (soleOwner()) {
          <p class="trouble" role="alert">
            You are the only owner of a company, and a company needs one. First make somebody else an owner, under
            <a routerLink="/people">People</a>.
          </p>
        }
        <app-form-head [saving]="saving" />
        <app-hidden-username />
        <app-password-field label="Your password" autocomplete="current-password" [field]="form.password" />
        <div class="actions">
          <button matButton="filled" type="submit" [disabled]="saving.busy()">Close my account for good</button>
          <button matButton type="button" (click)="keep()">Keep it</button>
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
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly asking = signal(false);
  /** Asked, and thought better of. */
  protected readonly kept = signal(false);
  protected readonly soleOwner = signal(false);
  protected readonly saving = new Saving();
  private readonly model = signal({ password: '' });
  protected readonly form = form(this.model, (path) => required(path.password, { message: 'Enter your password' }));

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
