import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { MailedLink } from '../session/mailed-link';
import { Session } from '../session/session';
import { PublicFrame } from '../shell/public-frame';
import { Trouble } from '../shell/trouble';
import { ChoosePassword } from './choose-password';

/** The page behind a mailed link for a new password. Looking uses up nothing. */
@Component({
  selector: 'app-reset-password',
  imports: [ChoosePassword, MatButton, PublicFrame, RouterLink, Trouble],
  template: `
    <app-public-frame>
      @let found = link.state();
      @switch (found.kind) {
        @case ('looking') {
          <div class="ghost" aria-hidden="true"></div>
          <p class="visually-hidden" role="status">Looking at your link</p>
        }
        @case ('trouble') {
          <h1>Choose a new password</h1>
          <app-trouble [error]="found.error" (again)="link.look()" />
        }
        @case ('open') {
          <h1>Choose a new password</h1>
          <p class="muted">It signs you out on every device. Then sign in with the new one.</p>
          <app-choose-password [email]="found.email" [save]="save" (over)="link.look()" />
        }
        @case ('used') {
          <h1>This link was used already</h1>
          <p class="muted">
            The password of {{ found.email }} was changed with it. Was that not you? Choose another one at once.
          </p>
          <div class="actions">
            <a matButton="filled" routerLink="/sign-in" [queryParams]="{ email: found.email }">Sign in</a>
            <a matButton routerLink="/forgot-password" [queryParams]="{ email: found.email }">Mail me a new link</a>
          </div>
        }
        @case ('expired') {
          <h1>This link has run out</h1>
          <p class="muted">
            It was good for one hour, or your account has changed since. A new one is quickly asked for.
          </p>
          <div class="actions">
            <a matButton="filled" routerLink="/forgot-password" [queryParams]="{ email: found.email }"
              >Mail me a new link</a
            >
          </div>
        }
        @case ('unknown') {
          <h1>This link leads nowhere</h1>
          <p class="muted">
            It may have been cut off on its way. Open the link in your message once more, or copy all of it.
          </p>
          <div class="actions">
            <a matButton="filled" routerLink="/forgot-password">Mail me a new link</a>
            <a matButton routerLink="/sign-in">Sign in</a>
          </div>
        }
      }
    </app-public-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPassword {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly link = new MailedLink('password-resets');

  protected readonly save = async (email: string, password: string): Promise<void> => {
    await this.link.complete({ password });
    // The new password ended this person's session here too.
    if (this.session.me()?.person.email === email) this.session.forget();
    await this.router.navigate(['/sign-in'], { queryParams: { email, after: 'reset' }, replaceUrl: true });
  };
}
