import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { apply, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { FormHead } from '../form/form-head';
import { newPassword, newPasswordHint } from '../form/new-password';
import { PasswordField } from '../form/password-field';
import { Saving } from '../form/saving';
import { Session } from '../session/session';
import { HiddenUsername } from './hidden-username';

/** Another password; every other device is signed out by it. */
@Component({
  selector: 'app-password-form',
  imports: [FormHead, HiddenUsername, MatButton, PasswordField, RouterLink],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-hidden-username />
      <app-password-field label="Present password" autocomplete="current-password" [field]="form.current" />
      <app-password-field label="New password" autocomplete="new-password" [hint]="hint" [field]="form.password" />
      <div class="actions">
        <button matButton="outlined" type="submit" [disabled]="saving.busy()">Change password</button>
        <span class="muted" role="status">{{ saved() ? 'Changed. Every other device is signed out.' : '' }}</span>
      </div>
      @if (me()?.mailSetUp) {
        <p>
          <a routerLink="/forgot-password" [queryParams]="{ email: me()?.person?.email }" [state]="{ to: '/account' }"
            >Forgot your present password?</a
          >
        </p>
      }
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  /** The other sessions have ended. */
  readonly changed = output();
  private readonly api = inject(Api);
  protected readonly me = inject(Session).me;
  protected readonly hint = newPasswordHint;
  protected readonly saving = new Saving();
  protected readonly saved = signal(false);
  private readonly model = signal({ current: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.current, { message: 'Enter your present password' });
    apply(path.password, newPassword);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.saved.set(false);
    if (!(await this.saving.run(this.form, () => this.api.post('/api/identity/me/password', this.model())))) return;
    this.model.set({ current: '', password: '' });
    this.form().reset();
    this.saved.set(true);
    this.changed.emit();
  }
}
