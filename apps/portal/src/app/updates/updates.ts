import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  untracked,
} from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, VIEWER_LOCALE, weekdayInWords } from '@porchlight/ui';
import { PhotoViewer } from '../photos/photo-viewer';
import { PhotosInWords, type Photo } from '../photos/photos-in-words';
import { Touched } from '../view/touched';
import { LATER_WORDS } from '../words/later-words';
import { OlderUpdates } from './older-updates';

const newestShown = 3;

/** What the builder wrote for the customer: the newest three, the older ones on demand. */
@Component({
  selector: 'pl-updates',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PhotoViewer, Touched],
  templateUrl: './updates.html',
  styleUrl: './updates.css',
})
export class Updates {
  readonly view =
    input.required<Pick<PortalViewV1, 'projectId' | 'timeZone' | 'updates' | 'olderUpdates' | 'version'>>();
  readonly today = input.required<string>();

  protected readonly words = inject(LATER_WORDS).updates;
  private readonly locale = inject(VIEWER_LOCALE);
  private readonly photosInWords = inject(PhotosInWords);
  private readonly app = inject(ApplicationRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly older = new OlderUpdates();

  protected readonly state = this.older.state;
  private readonly newest = computed(() =>
    [...this.view().updates].sort((one, other) => other.at.localeCompare(one.at)).slice(0, newestShown),
  );
  /** What the view carries is at least as new as what was fetched. */
  private readonly rest = computed(() => {
    const known = new Set(this.newest().map(({ id }) => id));
    return this.older.updates().filter(({ id }) => !known.has(id));
  });
  protected readonly shown = computed(() =>
    [...this.newest(), ...this.rest()].map((update, at) => ({
      ...update,
      day: weekdayInWords(calendarDay(Date.parse(update.at), this.view().timeZone), this.today(), this.locale),
      photo: this.photosInWords.ofUpdate(update, this.view().timeZone, this.today()),
      isOlder: at >= newestShown,
    })),
  );
  protected readonly photos = computed((): Photo[] => this.shown().flatMap(({ photo }) => photo ?? []));
  protected readonly olderCount = computed(() => this.view().olderUpdates ?? 0);
  protected readonly said = computed(() => {
    switch (this.state()) {
      case 'folded':
        return '';
      case 'fetching':
        return this.words.fetching;
      case 'failed':
        return this.words.failed;
      case 'open':
        return this.words.shown(this.rest().length);
    }
  });

  constructor() {
    effect(() => {
      const { projectId, version } = this.view();
      if (version > 0) untracked(() => void this.older.refresh(projectId));
    });
  }

  /** Shows the older ones, and goes on with the keyboard at the first of them. */
  protected async unfold(): Promise<void> {
    if (this.state() === 'fetching' || !(await this.older.fetch(this.view().projectId))) return;
    await this.app.whenStable();
    this.element.nativeElement.querySelector<HTMLElement>('li[data-older]')?.focus();
  }

  protected fold(): void {
    this.older.fold();
  }
}
