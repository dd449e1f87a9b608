import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { form, readonly, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { DOOR_WORDS } from '../door/door-words';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { PasswordField } from '../form/password-field';
import { Saving } from '../form/saving';
import { Session } from './session';

/** E-mail and password, wherever somebody signs in. What stands inside comes beside the button. */
@Component({
  selector: 'app-sign-in-form',
  imports: [...formParts, FormHead, MatButton, PasswordField, RouterLink],
  template: `
    <form class="stack" (submit)="signIn($event)" novalidate>
      <app-form-head [saving]="saving">
        @if (tooOften()) {
          {{ words.signIn.tooOften }}
        }
      </app-form-head>
      <app-field [label]="words.email">
        <input appControl [formField]="form.email" type="email" autocomplete="username" />
      </app-field>
      <app-password-field
        [label]="words.password.label"
        autocomplete="current-password"
        [field]="form.password"
        [first]="fixed()"
      />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">{{ press() }}</button>
        <ng-content />
      </div>
      @if (forgot()) {
        <p>
          <a routerLink="/forgot-password" [queryParams]="{ email: model().email }" [state]="{ to: to() }">{{
            words.forgot
          }}</a>
        </p>
      }
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInForm {
  readonly email = input('');
  /** Only this one address will do. */
  readonly fixed = input(false, { transform: booleanAttribute });
  readonly action = input<string>();
  readonly forgot = input(true);
  /** Where a new password should lead back to. */
  readonly to = input<string | null>(null);
  /** What the same press does next; its failure is said in the form. */
  readonly next = input.required<() => unknown>();

  protected readonly words = inject(DOOR_WORDS);
  private readonly session = inject(Session);
  protected readonly press = computed(() => this.action() ?? this.words.signIn.press);
  protected readonly saving = new Saving(this.words.failures);
  protected readonly tooOften = signal(false);
  protected readonly model = linkedSignal(() => ({ email: this.email(), password: '' }));
  protected readonly form = form(this.model, (path) => {
    readonly(path.email, () => this.fixed());
    required(path.email, { message: this.words.missingEmail });
    required(path.password, { message: this.words.password.missing });
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.tooOften.set(false);
    const { email, password } = this.model();
    const enter = async () => {
      await this.session.signIn(email, password);
      await this.next()();
    };
    await this.saving.run(this.form, enter, {
      refused: ({ code }) => {
        this.tooOften.set(code === 'too_many_requests');
        return false;
      },
    });
  }
}
