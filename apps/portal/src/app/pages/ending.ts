import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Visit } from '../visit';
import { DeadLink } from './dead-link';
import { NoAccess } from './no-access';
import { NotReady } from './not-ready';
import { SignedOut } from './signed-out';
import { Unavailable } from './unavailable';

/** The page of a visit that shows no project: there is none to see, or not any more. */
@Component({
  selector: 'pl-ending',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DeadLink, NoAccess, NotReady, SignedOut, Unavailable],
  template: `
    @let page = visit.page();
    @switch (page.state) {
      @case ('no_access') {
        <pl-no-access />
      }
      @case ('dead_link') {
        <pl-dead-link [reason]="page.reason" [company]="page.company" />
      }
      @case ('signed_out') {
        <pl-signed-out />
      }
      @case ('not_ready') {
        <pl-not-ready />
      }
      @case ('unavailable') {
        <pl-unavailable [company]="page.company" />
      }
    }
  `,
})
export class Ending {
  protected readonly visit = inject(Visit);
}
