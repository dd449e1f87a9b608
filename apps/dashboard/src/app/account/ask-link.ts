import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { email, form, hidden, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Api } from '../api/api';
import { DOOR_WORDS } from '../door/door-words';
import { OpenPage } from '../door/open-page';
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
        <app-field [label]="words.account.email.newOne">
          <input appControl [formField]="form.email" type="email" autocomplete="email" />
        </app-field>
      }
      <app-password-field
        [label]="words.account.password.yours"
        autocomplete="current-password"
        [hint]="words.account.password.sure"
        [field]="form.password"
      />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">{{ words.account.email.send }}</button>
        <button matButton type="button" (click)="left.emit()">{{ words.account.email.cancel }}</button>
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

  protected readonly words = inject(DOOR_WORDS);
  private readonly page = inject(OpenPage);
  private readonly api = inject(Api);
  protected readonly saving = new Saving(this.words.failures);
  private readonly model = linkedSignal(() => ({ email: this.what() === 'confirm' ? this.email() : '', password: '' }));
  protected readonly form = form(this.model, (path) => {
    hidden(path.email, () => this.what() === 'confirm');
    required(path.email, { message: this.words.account.email.missing });
    email(path.email, { message: this.words.oddEmail });
    validate(path.email, ({ value }) =>
      this.what() === 'change' && value().trim().toLowerCase() === this.email()
        ? { kind: 'same', message: this.words.account.email.same }
        : undefined,
    );
    required(path.password, { message: this.words.password.missing });
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const { email: address, password } = this.model();
    const { language } = this.page;
    const ask = () => this.api.post('/api/identity/me/email', { email: address.trim(), password, language });
    if (await this.saving.run(this.form, ask)) this.sent.emit(address.trim());
  }
}
