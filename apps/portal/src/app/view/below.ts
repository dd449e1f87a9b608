import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { PhotoGallery } from '../photos/photo-gallery';
import { PhotosInWords } from '../photos/photos-in-words';
import { Updates } from '../updates/updates';
import { Visit } from '../visit';
import { ContactCard } from './contact-card';
import { Documents } from './documents';
import { Milestones } from './milestones';
import { Portfolio } from './portfolio';
import { SectionBars } from './section-bars';
import { todayAtTheHouse } from './today';
import { YourItems } from './your-items';

/** What stands below the ring. */
@Component({
  selector: 'pl-below',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ContactCard, Documents, Milestones, PhotoGallery, Portfolio, SectionBars, Updates, YourItems],
  templateUrl: './below.html',
  styleUrl: './below.css',
})
export class Below {
  protected readonly view = inject(Visit).view;
  protected readonly today = todayAtTheHouse(this.view);
  private readonly photosInWords = inject(PhotosInWords);

  /** An archived project is for looking up: nothing is asked any more, and nothing is still to come. */
  protected readonly goesOn = computed(() => this.view()?.status !== 'archived');
  protected readonly milestones = computed(() => {
    const all = this.view()?.milestones ?? [];
    return this.goesOn() ? all : all.filter(({ reachedOn }) => reachedOn);
  });
  private readonly newestFirst = computed(() =>
    [...(this.view()?.shared ?? [])].sort((one, other) => other.sharedAt.localeCompare(one.sharedAt)),
  );
  protected readonly photos = computed(() =>
    this.photosInWords.shared(
      this.newestFirst().filter(({ kind }) => kind === 'photo'),
      this.view()?.timeZone ?? '',
      this.today(),
    ),
  );
  protected readonly documents = computed(() => this.newestFirst().filter(({ kind }) => kind === 'document'));
}
