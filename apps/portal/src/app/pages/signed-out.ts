import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { WORDS } from '../words/words';
import { PlainPage } from './plain-page';
import { SignInLink } from './sign-in-link';

/** The session behind this visit has ended. */
@Component({
  selector: 'pl-signed-out',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PlainPage, SignInLink],
  template: `
    <pl-plain-page [title]="words.title" [text]="words.text">
      <pl-sign-in-link [first]="true" />
    </pl-plain-page>
  `,
  styles: `
    pl-sign-in-link {
      display: block;
      margin-top: var(--space-6);
    }
  `,
})
export class SignedOut {
  protected readonly words = inject(WORDS).pages.signedOut;
}
