import { ChangeDetectionStrategy, Component, inject, ViewEncapsulation } from '@angular/core';
import { DeadLink } from './pages/dead-link';
import { NoAccess } from './pages/no-access';
import { NotReady } from './pages/not-ready';
import { SignedOut } from './pages/signed-out';
import { ProjectView } from './view/project-view';
import { Visit } from './visit';

/**
 * The portal app: one page at a time, chosen by what the gateway wrote into it. Styles travel inside the script, so that
 * the first paint needs two requests only, the page and the script.
 */
@Component({
  selector: 'app-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  imports: [DeadLink, NoAccess, NotReady, ProjectView, SignedOut],
  template: `
    @let page = visit.page();
    @switch (page.state) {
      @case ('view') {
        @if (visit.view(); as view) {
          <pl-project-view [view]="view" [viewer]="page.viewer" />
        }
      }
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
    }
    <p class="visually-hidden" role="status">{{ visit.announcement() }}</p>
  `,
  styleUrl: './portal.css',
})
export class Portal {
  protected readonly visit = inject(Visit);

  constructor() {
    this.visit.begin();
  }
}
