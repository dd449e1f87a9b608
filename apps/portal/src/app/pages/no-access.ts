import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { WORDS } from '../words/words';
import { PlainPage } from './plain-page';
import { SignInLink } from './sign-in-link';

/** The clean address without a good cookie: the same for every project, real or not. */
@Component({
  selector: 'pl-no-access',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PlainPage, SignInLink],
  template: `
    <pl-plain-page [title]="words.title" [text]="words.text">
      <p class="account muted">{{ words.account }}</p>
      <pl-sign-in-link />
    </pl-plain-page>
  `,
  styles: `
    .account {
      margin: var(--space-8) 0 var(--space-3);
    }
  `,
})
export class NoAccess {
  protected readonly words = inject(WORDS).pages.noAccess;
}
