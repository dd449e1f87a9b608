import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { DOOR_WORDS } from '../door/door-words';
import { Session } from '../session/session';
import { AccountPart } from './account-part';
import { CloseAccount } from './close-account';
import { Devices } from './devices';
import { EmailPart } from './email-part';
import { Memberships } from './memberships';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';

/** Everything about somebody's own account, and nothing about anybody else. */
@Component({
  selector: 'app-account',
  imports: [AccountPart, CloseAccount, Devices, EmailPart, Memberships, NameForm, PasswordForm],
  template: `
    @if (me()) {
      <h1>{{ words.account.title }}</h1>
      <div>
        <app-account-part key="name" [heading]="words.account.name.heading" [about]="words.account.name.about">
          <app-name-form />
        </app-account-part>
        <app-account-part key="email" [heading]="words.email" [about]="words.account.email.about">
          <app-email-part />
        </app-account-part>
        <app-account-part key="password" [heading]="words.password.label">
          <app-password-form (changed)="devices.renew()" />
        </app-account-part>
        <app-account-part key="devices" [heading]="words.account.devices.heading" [about]="words.account.devices.about">
          <app-devices #devices />
        </app-account-part>
        <app-account-part
          key="memberships"
          [heading]="words.account.memberships.heading"
          [about]="words.account.memberships.about"
        >
          <app-memberships />
        </app-account-part>
        <app-account-part key="close" [heading]="words.account.close.heading"><app-close-account /></app-account-part>
      </div>
    }
  `,
  host: { class: 'page' },
  styles: `
    :host {
      container-type: inline-size;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Account {
  protected readonly words = inject(DOOR_WORDS);
  protected readonly me = inject(Session).me;
}
