import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, dayClock } from '@porchlight/ui';
import { PhotoGallery } from '../photos/photo-gallery';
import { PhotosInWords } from '../photos/photos-in-words';
import { Updates } from '../updates/updates';
import type { Viewer } from '../visit';
import { CompanyHeader } from './company-header';
import { ContactCard } from './contact-card';
import { Documents } from './documents';
import { Foot } from './foot';
import { LiveMark } from './live-mark';
import { Milestones } from './milestones';
import { Portfolio } from './portfolio';
import { PreviewBar } from './preview-bar';
import { SectionBars } from './section-bars';
import { Standing } from './standing';
import { Touched } from './touched';
import { YourItems } from './your-items';

/** The homeowner's page: every part in the order in which a worried person asks. */
@Component({
  selector: 'pl-project-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CompanyHeader,
    ContactCard,
    Documents,
    Foot,
    LiveMark,
    Milestones,
    PhotoGallery,
    Portfolio,
    PreviewBar,
    SectionBars,
    Standing,
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

  private readonly photosInWords = inject(PhotosInWords);
  private readonly now = dayClock(() => this.view().timeZone);
  /** Today where the house stands, whatever the viewer's own clock says. */
  protected readonly today = computed(() => calendarDay(this.now(), this.view().timeZone));

  /** An archived project is for looking up: nothing is asked any more, and nothing is still to come. */
  protected readonly goesOn = computed(() => this.view().status !== 'archived');
  protected readonly milestones = computed(() =>
    this.goesOn() ? this.view().milestones : this.view().milestones.filter(({ reachedOn }) => reachedOn),
  );
  private readonly newestFirst = computed(() =>
    [...this.view().shared].sort((one, other) => other.sharedAt.localeCompare(one.sharedAt)),
  );
  protected readonly photos = computed(() =>
    this.photosInWords.shared(
      this.newestFirst().filter(({ kind }) => kind === 'photo'),
      this.view().timeZone,
      this.today(),
    ),
  );
  protected readonly documents = computed(() => this.newestFirst().filter(({ kind }) => kind === 'document'));
}
