import { ChangeDetectionStrategy, Component, inject, ViewEncapsulation } from '@angular/core';
import { Later } from './later/later';
import { MissingPart } from './later/missing-part';
import { RestOfPage } from './later/rest-of-page';
import { ProjectView } from './view/project-view';
import { Visit } from './visit';

/**
 * The portal app: the project, or the page of a visit without one, as the gateway wrote into the page. Styles travel
 * inside the script, so that the first paint needs two requests only, the page and the script.
 */
@Component({
  selector: 'app-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  imports: [Later, MissingPart, ProjectView],
  template: `
    @let page = visit.page();
    @if (page.state !== 'view') {
      <ng-container [later]="rest.parts()?.Ending" />
    } @else if (visit.view(); as view) {
      <pl-project-view [view]="view" [viewer]="page.viewer" />
    }
    @if (rest.missing()) {
      <pl-missing-part role="alert" />
    }
    <p class="visually-hidden" role="status">{{ visit.announcement() }}</p>
  `,
  styleUrl: './portal.css',
})
export class Portal {
  protected readonly visit = inject(Visit);
  protected readonly rest = inject(RestOfPage);

  constructor() {
    this.visit.begin();
  }
}
