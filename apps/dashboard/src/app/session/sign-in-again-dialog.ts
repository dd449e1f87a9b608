import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DOOR_WORDS } from '../door/door-words';
import { SignInForm } from './sign-in-form';

@Component({
  selector: 'app-sign-in-again-dialog',
  imports: [MatButton, SignInForm],
  template: `
    <div class="stack">
      <h2 id="sign-in-again-title">{{ words.title }}</h2>
      <p class="muted">{{ words.text }}</p>
      <app-sign-in-form fixed [email]="email" [forgot]="false" [next]="done">
        <button matButton type="button" (click)="dialog.close(false)">{{ words.leave }}</button>
      </app-sign-in-form>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInAgainDialog {
  protected readonly words = inject(DOOR_WORDS).signInAgain;
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly email = inject<string>(DIALOG_DATA);
  protected readonly done = (): void => this.dialog.close(true);
}
