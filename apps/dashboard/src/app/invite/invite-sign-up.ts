import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { apply, form, readonly, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Refusal } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { newPasswordIn } from '../form/new-password';
import { PasswordField } from '../form/password-field';
import { Saving } from '../form/saving';
import type { Newcomer } from './invitation-link';

/** A new person chooses a name and a password, and is a member at once; address and role are set by the invitation. */
@Component({
  selector: 'app-invite-sign-up',
  imports: [...formParts, FormHead, MatButton, PasswordField],
  template: `
    <form class="stack" (submit)="signUp($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-field [label]="words.email">
        <input appControl [formField]="form.email" type="email" autocomplete="username" />
      </app-field>
      <app-field [label]="words.invite.name"
        ><input appControl [formField]="form.name" autocomplete="name"
      /></app-field>
      <app-password-field
        [label]="words.password.label"
        autocomplete="new-password"
        [hint]="words.password.hint"
        [field]="form.password"
      />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">{{ words.invite.accept }}</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteSignUp {
  readonly email = input.required<string>();
  readonly name = input.required<string>();
  readonly accept = input.required<(newcomer: Newcomer) => Promise<void>>();
  /** May deal with a refusal itself by returning true. */
  readonly refused = input.required<(refusal: Refusal) => boolean>();

  protected readonly words = inject(DOOR_WORDS);
  protected readonly saving = new Saving(this.words.failures);
  private readonly model = linkedSignal(() => ({ email: this.email(), name: this.name(), password: '' }));
  protected readonly form = form(this.model, (path) => {
    readonly(path.email);
    required(path.name, { message: this.words.invite.missingName });
    apply(path.password, newPasswordIn(this.words.password));
  });

  protected async signUp(event: Event): Promise<void> {
    event.preventDefault();
    const { name, password } = this.model();
    await this.saving.run(this.form, () => this.accept()({ name, password }), { refused: this.refused() });
  }
}
