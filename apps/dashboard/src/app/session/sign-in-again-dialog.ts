import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, readonly, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Session } from './session';

@Component({
  selector: 'app-sign-in-again-dialog',
  imports: [...formParts, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="signIn($event)" novalidate>
      <h2 id="sign-in-again-title">Sign in again</h2>
      <p class="muted">Your session ended. This page is kept as it is, with everything you typed.</p>
      <app-form-head [saving]="saving" />
      <app-field label="E-mail">
        <input appControl [formField]="form.email" type="email" autocomplete="username" />
      </app-field>
      <app-field label="Password">
        <input appControl [formField]="form.password" type="password" autocomplete="current-password" cdkFocusInitial />
      </app-field>
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">Sign in</button>
        <button matButton type="button" (click)="dialog.close(false)">Leave this page</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInAgainDialog {
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  private readonly session = inject(Session);
  protected readonly saving = new Saving();
  private readonly model = signal({ email: inject<string>(DIALOG_DATA), password: '' });
  protected readonly form = form(this.model, (path) => {
    readonly(path.email);
    required(path.password, { message: 'Enter your password' });
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const { email, password } = this.model();
    if (await this.saving.run(this.form, () => this.session.signIn(email, password))) this.dialog.close(true);
  }
}
