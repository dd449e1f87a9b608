import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { apply, form, readonly } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { DOOR_WORDS } from '../door/door-words';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { newPasswordIn } from '../form/new-password';
import { PasswordField } from '../form/password-field';
import { Saving } from '../form/saving';

/** One new password, for the account whose address stands above it: so browsers remember the right pair. */
@Component({
  selector: 'app-choose-password',
  imports: [...formParts, FormHead, MatButton, PasswordField],
  template: `
    <form class="stack" (submit)="choose($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-field [label]="words.email">
        <input appControl [formField]="form.email" type="email" autocomplete="username" />
      </app-field>
      <app-password-field
        [label]="words.reset.newPassword"
        autocomplete="new-password"
        [hint]="words.password.hint"
        [field]="form.password"
      />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">{{ words.reset.save }}</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoosePassword {
  readonly email = input.required<string>();
  readonly save = input.required<(email: string, password: string) => Promise<void>>();
  /** The link was used or ran out while the page stood open. */
  readonly over = output();

  protected readonly words = inject(DOOR_WORDS);
  protected readonly saving = new Saving(this.words.failures);
  private readonly model = linkedSignal(() => ({ email: this.email(), password: '' }));
  protected readonly form = form(this.model, (path) => {
    readonly(path.email);
    apply(path.password, newPasswordIn(this.words.password));
  });

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    const { email, password } = this.model();
    await this.saving.run(this.form, () => this.save()(email, password), {
      refused: ({ status }) => {
        const isOver = status === 404 || status === 410;
        if (isOver) this.over.emit();
        return isOver;
      },
    });
  }
}
