import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { form, readonly, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Session } from '../session/session';

/** Somebody with an account signs in before accepting; the address is the invited one and stays. */
@Component({
  selector: 'app-invite-sign-in',
  imports: [...formParts, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="signIn($event)" novalidate>
      <p class="muted">You have a Porchlight account. Sign in, then accept.</p>
      <app-form-head [saving]="saving" />
      <app-field label="E-mail">
        <input appControl [formField]="form.email" type="email" autocomplete="username" />
      </app-field>
      <app-field label="Password">
        <input appControl [formField]="form.password" type="password" autocomplete="current-password" />
      </app-field>
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">Sign in</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteSignIn {
  readonly email = input.required<string>();
  private readonly session = inject(Session);
  protected readonly saving = new Saving();
  private readonly model = linkedSignal(() => ({ email: this.email(), password: '' }));
  protected readonly form = form(this.model, (path) => {
    readonly(path.email);
    required(path.password, { message: 'Enter your password' });
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    await this.saving.run(this.form, () => this.session.signIn(this.email(), this.model().password));
  }
}
