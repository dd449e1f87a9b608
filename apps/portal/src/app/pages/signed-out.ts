import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LATER_WORDS } from '../words/later-words';
import { SignInLink } from './sign-in-link';

/** The session behind this visit has ended. */
@Component({
  selector: 'pl-signed-out',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [SignInLink],
  template: `
    <main>
      <h1>{{ words.title }}</h1>
      <p class="measure">{{ words.text }}</p>
      <pl-sign-in-link [first]="true" />
    </main>
  `,
  styleUrl: './plain-page.css',
  styles: `
    pl-sign-in-link {
      display: block;
      margin-top: var(--space-6);
    }
  `,
})
export class SignedOut {
  protected readonly words = inject(LATER_WORDS).pages.signedOut;
}
