import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
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
      <h1>Your account</h1>
      <div>
        <app-account-part key="name" heading="Name" about="Shown to those you work with."
          ><app-name-form
        /></app-account-part>
        <app-account-part key="email" heading="E-mail" about="You sign in with it, and messages go there.">
          <app-email-part />
        </app-account-part>
        <app-account-part key="password" heading="Password"
          ><app-password-form (changed)="devices.renew()"
        /></app-account-part>
        <app-account-part key="devices" heading="Devices" about="Where you are signed in. End what you do not know.">
          <app-devices #devices />
        </app-account-part>
        <app-account-part key="memberships" heading="Companies and projects" about="What you are part of, and as what.">
          <app-memberships />
        </app-account-part>
        <app-account-part key="close" heading="Close the account"><app-close-account /></app-account-part>
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
  protected readonly me = inject(Session).me;
}
