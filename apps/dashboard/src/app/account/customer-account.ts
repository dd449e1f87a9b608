import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DOOR_WORDS } from '../door/door-words';
import { Session } from '../session/session';
import { PublicFrame } from '../shell/public-frame';
import { Account } from './account';

/** The same account for people who have no workbench around it. */
@Component({
  selector: 'app-customer-account',
  imports: [Account, PublicFrame, RouterLink],
  template: `
    <app-public-frame wide>
      <p>
        <a routerLink="/portals">{{ single ? words.backToOne : words.backToAll }}</a>
      </p>
      <app-account />
    </app-public-frame>
  `,
  styles: `
    app-account {
      padding: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CustomerAccount {
  protected readonly words = inject(DOOR_WORDS).account;
  protected readonly single = inject(Session).onlyPortal() !== null;
}
