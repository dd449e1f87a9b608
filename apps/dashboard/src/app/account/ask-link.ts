import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { email, form, hidden, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { PasswordField } from '../form/password-field';
import { Saving } from '../form/saving';
import { HiddenUsername } from './hidden-username';

/** Asks for a link at an address, the present or a new one. The password shows that it is not somebody at an unlocked desk. */
@Component({
  selector: 'app-ask-link',
  imports: [...formParts, FormHead, HiddenUsername, MatButton, PasswordField],
  template: `
    <form class="stack" (submit)="ask($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-hidden-username />
      @if (what() === 'change') {
        <app-field label="New e-mail">
          <input appControl [formField]="form.email" type="email" autocomplete="email" />
        </app-field>
      }
      <app-password-field
        label="Your password"
        autocomplete="current-password"
        hint="To be sure that it is you."
        [field]="form.password"
      />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">Mail me a link</button>
        <button matButton type="button" (click)="left.emit()">Cancel</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskLink {
  readonly what = input.required<'confirm' | 'change'>();
  /** The present address. */
  readonly email = input.required<string>();
  readonly sent = output<string>();
  readonly left = output();

  private readonly api = inject(Api);
  protected readonly saving = new Saving();
  private readonly model = linkedSignal(() => ({ email: this.what() === 'confirm' ? this.email() : '', password: '' }));
  protected readonly form = form(this.model, (path) => {
    hidden(path.email, () => this.what() === 'confirm');
    required(path.email, { message: 'Enter the new address' });
    email(path.email, { message: 'Enter an e-mail address such as anna@example.com' });
    validate(path.email, ({ value }) =>
      this.what() === 'change' && value().trim().toLowerCase() === this.email()
        ? { kind: 'same', message: 'That is your address already' }
        : undefined,
    );
    required(path.password, { message: 'Enter your password' });
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const { email: address, password } = this.model();
    const ask = () => this.api.post('/api/identity/me/email', { email: address.trim(), password });
    if (await this.saving.run(this.form, ask)) this.sent.emit(address.trim());
  }
}
