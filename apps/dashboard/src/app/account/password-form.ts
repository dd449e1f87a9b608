import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { apply, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { DOOR_WORDS } from '../door/door-words';
import { FormHead } from '../form/form-head';
import { newPasswordIn } from '../form/new-password';
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
      <app-password-field
        [label]="words.account.password.present"
        autocomplete="current-password"
        [field]="form.current"
      />
      <app-password-field
        [label]="words.reset.newPassword"
        autocomplete="new-password"
        [hint]="words.password.hint"
        [field]="form.password"
      />
      <div class="actions">
        <button matButton="outlined" type="submit" [disabled]="saving.busy()">
          {{ words.account.password.change }}
        </button>
        <span class="muted" role="status">{{ saved() ? words.account.password.changed : '' }}</span>
      </div>
      @if (me()?.mailSetUp) {
        <p>
          <a
            routerLink="/forgot-password"
            [queryParams]="{ email: me()?.person?.email }"
            [state]="{ to: '/account' }"
            >{{ words.account.password.forgot }}</a
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
  protected readonly words = inject(DOOR_WORDS);
  private readonly api = inject(Api);
  protected readonly me = inject(Session).me;
  protected readonly saving = new Saving(this.words.failures);
  protected readonly saved = signal(false);
  private readonly model = signal({ current: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.current, { message: this.words.account.password.missingPresent });
    apply(path.password, newPasswordIn(this.words.password));
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
