import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { Later } from '../later/later';
import { RestOfPage } from '../later/rest-of-page';
import type { Viewer } from '../visit';
import { CompanyHeader } from './company-header';
import { LiveMark } from './live-mark';
import { PreviewBar } from './preview-bar';
import { Standing } from './standing';
import { Touched } from './touched';

/** The homeowner's page, in the order in which a worried person asks: how it stands at once, then the rest. */
@Component({
  selector: 'pl-project-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CompanyHeader, Later, LiveMark, PreviewBar, Standing, Touched],
  templateUrl: './project-view.html',
  styleUrl: './project-view.css',
})
export class ProjectView {
  readonly view = input.required<PortalViewV1>();
  readonly viewer = input.required<Viewer>();
  protected readonly rest = inject(RestOfPage);
}
