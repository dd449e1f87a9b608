import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '../session/session';

/** Tells password managers whose password a form is about. Not for people: the page says it already. */
@Component({
  selector: 'app-hidden-username',
  template: `<input
    class="visually-hidden"
    type="email"
    autocomplete="username"
    tabindex="-1"
    aria-hidden="true"
    readonly
    [value]="me()?.person?.email ?? ''"
  />`,
  styles: `
    :host {
      position: absolute;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HiddenUsername {
  protected readonly me = inject(Session).me;
}
