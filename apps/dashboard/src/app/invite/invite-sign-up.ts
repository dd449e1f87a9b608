import { ChangeDetectionStrategy, Component, input, linkedSignal } from '@angular/core';
import { form, minLength, readonly, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';

/** A new person signs up and is a member at once; address and role are set by the invitation. */
@Component({
  selector: 'app-invite-sign-up',
  imports: [...formParts, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="signUp($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-field label="E-mail">
        <input appControl [formField]="form.email" type="email" autocomplete="username" />
      </app-field>
      <app-field label="Your name"><input appControl [formField]="form.name" autocomplete="name" /></app-field>
      <app-field label="Password" hint="At least 12 characters. A sentence is fine.">
        <input appControl [formField]="form.password" type="password" autocomplete="new-password" />
      </app-field>
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">Accept Invitation</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteSignUp {
  readonly email = input.required<string>();
  readonly name = input.required<string>();
  readonly accept = input.required<(newcomer: { name: string; password: string }) => Promise<void>>();
  protected readonly saving = new Saving();
  private readonly model = linkedSignal(() => ({ email: this.email(), name: this.name(), password: '' }));
  protected readonly form = form(this.model, (path) => {
    readonly(path.email);
    required(path.name, { message: 'Enter your name' });
    required(path.password, { message: 'Choose a password' });
    minLength(path.password, 12, { message: 'Use at least 12 characters' });
  });

  protected async signUp(event: Event): Promise<void> {
    event.preventDefault();
    const { name, password } = this.model();
    await this.saving.run(this.form, () => this.accept()({ name, password }));
  }
}
