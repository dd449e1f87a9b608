import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, dayClock, DaysBadge, ProgressRing } from '@porchlight/ui';
import type { Viewer } from '../visit';
import { WORDS } from '../words/words';
import { CompanyHeader } from './company-header';
import { ContactCard } from './contact-card';
import { Foot } from './foot';
import { LiveMark } from './live-mark';
import { Milestones } from './milestones';
import { Portfolio } from './portfolio';
import { PreviewBar } from './preview-bar';
import { SectionBars } from './section-bars';
import { SharedFiles } from './shared-files';
import { Touched } from './touched';
import { Updates } from './updates';
import { YourItems } from './your-items';

/** The homeowner's page: every part in the order in which a worried person asks. */
@Component({
  selector: 'pl-project-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CompanyHeader,
    ContactCard,
    DaysBadge,
    Foot,
    LiveMark,
    Milestones,
    Portfolio,
    PreviewBar,
    ProgressRing,
    SectionBars,
    SharedFiles,
    Touched,
    Updates,
    YourItems,
  ],
  templateUrl: './project-view.html',
  styleUrl: './project-view.css',
})
export class ProjectView {
  readonly view = input.required<PortalViewV1>();
  readonly viewer = input.required<Viewer>();

  protected readonly words = inject(WORDS);
  private readonly now = dayClock(() => this.view().timeZone);
  /** Today where the house stands, whatever the viewer's own clock says. */
  protected readonly today = computed(() => calendarDay(this.now(), this.view().timeZone));
}
