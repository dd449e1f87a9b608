import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { projectIdIn } from '../entry/read-entry';
import { LATER_WORDS } from '../words/later-words';

/** The way in for those with an account; it leads back to this project. */
@Component({
  selector: 'pl-sign-in-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a [attr.class]="first() ? 'button primary' : 'button'" [href]="address()">{{ words.signIn }}</a>`,
})
export class SignInLink {
  /** Whether it is the first thing to do on its page. */
  readonly first = input(false);
  protected readonly words = inject(LATER_WORDS).pages.noAccess;
  private readonly path = inject(DOCUMENT).location.pathname;
  protected readonly address = computed(() => {
    const projectId = projectIdIn(this.path);
    return projectId ? `/sign-in?to=/portal/${projectId}` : '/sign-in';
  });
}
