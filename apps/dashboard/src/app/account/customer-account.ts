import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
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
        <a routerLink="/portals">{{ single ? 'Back to your project' : 'Back to your projects' }}</a>
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
  protected readonly single = inject(Session).onlyPortal() !== null;
}
