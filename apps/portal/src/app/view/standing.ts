import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { DaysBadge, ProgressRing } from '@porchlight/ui';
import { Later } from '../later/later';
import { RestOfPage } from '../later/rest-of-page';
import { WORDS } from '../words/words';
import { StatusNote } from './status-note';
import { Touched } from './touched';

/** How the project stands: the ring and the days, what rests or is done in words, and one tap away how the ring is made. */
@Component({
  selector: 'pl-standing',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DaysBadge, Later, ProgressRing, StatusNote, Touched],
  templateUrl: './standing.html',
  styleUrl: './standing.css',
})
export class Standing {
  readonly view = input.required<PortalViewV1>();

  protected readonly rest = inject(RestOfPage);
  private readonly allWords = inject(WORDS);
  protected readonly words = this.allWords.progress;
  protected readonly finish = this.allWords.finish;
  protected readonly explained = signal(false);
}
