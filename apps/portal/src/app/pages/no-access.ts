import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NewLink } from '../new-link/new-link';
import { LATER_WORDS } from '../words/later-words';
import { SignInLink } from './sign-in-link';

/** The clean address without a good cookie: the same for every project, real or not. */
@Component({
  selector: 'pl-no-access',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NewLink, SignInLink],
  template: `
    <main>
      <h1>{{ words.title }}</h1>
      <p class="measure">{{ words.text }}</p>
      <pl-new-link />
      <p class="account measure">{{ words.account }}</p>
      <pl-sign-in-link />
    </main>
  `,
  styleUrl: './plain-page.css',
  styles: `
    pl-new-link {
      display: block;
      margin-top: var(--space-10);
    }

    .account {
      margin: var(--space-10) 0 var(--space-3);
      padding-top: var(--space-8);
      border-top: 1px solid var(--hairline);
    }
  `,
})
export class NoAccess {
  protected readonly words = inject(LATER_WORDS).pages.noAccess;
}
