import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { DOOR_WORDS } from '../door/door-words';
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
          <p class="visually-hidden" role="status">{{ words.looking }}</p>
        }
        @case ('trouble') {
          <h1>{{ words.choose }}</h1>
          <app-trouble [error]="found.error" (again)="link.look()" />
        }
        @case ('open') {
          <h1>{{ words.choose }}</h1>
          <p class="muted">{{ words.chooseText }}</p>
          <app-choose-password [email]="found.email" [save]="save" (over)="link.look()" />
        }
        @case ('used') {
          <h1>{{ words.used }}</h1>
          <p class="muted">{{ words.usedText(found.email) }}</p>
          <div class="actions">
            <a matButton="filled" routerLink="/sign-in" [queryParams]="{ email: found.email }">{{ signIn }}</a>
            <a matButton routerLink="/forgot-password" [queryParams]="{ email: found.email }">{{ words.again }}</a>
          </div>
        }
        @case ('expired') {
          <h1>{{ words.expired }}</h1>
          <p class="muted">{{ words.expiredText }}</p>
          <div class="actions">
            <a matButton="filled" routerLink="/forgot-password" [queryParams]="{ email: found.email }">{{
              words.again
            }}</a>
          </div>
        }
        @case ('unknown') {
          <h1>{{ words.unknown }}</h1>
          <p class="muted">{{ words.unknownText }}</p>
          <div class="actions">
            <a matButton="filled" routerLink="/forgot-password">{{ words.again }}</a>
            <a matButton routerLink="/sign-in">{{ signIn }}</a>
          </div>
        }
      }
    </app-public-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPassword {
  private readonly said = inject(DOOR_WORDS);
  protected readonly words = this.said.reset;
  protected readonly signIn = this.said.signIn.title;
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
