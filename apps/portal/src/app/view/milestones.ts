import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { dayInWords, weekdayInWords, VIEWER_LOCALE } from '@porchlight/ui';
import { LATER_WORDS } from '../words/later-words';
import { folded, milestoneLine, type Milestone, type MilestonePoint } from './milestone-line';
import { Touched } from './touched';

/** The milestone timeline: where the project has been, what is next, what is late. */
@Component({
  selector: 'pl-milestones',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Touched],
  templateUrl: './milestones.html',
  styleUrl: './milestones.css',
})
export class Milestones {
  readonly milestones = input.required<readonly Milestone[]>();
  readonly today = input.required<string>();
  readonly done = input.required<boolean>();

  protected readonly words = inject(LATER_WORDS).milestones;
  private readonly locale = inject(VIEWER_LOCALE);
  protected readonly unfolded = signal(false);
  private readonly line = computed(() => milestoneLine(this.milestones(), this.today(), this.done()));
  private readonly short = computed(() => folded(this.line()));
  protected readonly hidden = computed(() => this.short().hidden);
  protected readonly points = computed(() => (this.unfolded() ? this.line() : this.short().points));

  protected readonly when = ({ milestone, state }: MilestonePoint): string => {
    const { targetDate, reachedOn } = milestone;
    switch (state) {
      case 'reached':
        return this.words.reached(dayInWords(reachedOn ?? targetDate, this.today(), this.locale));
      case 'late':
      case 'left':
        return this.words.wasPlanned(dayInWords(targetDate, this.today(), this.locale));
      case 'next':
        return this.words.planned(weekdayInWords(targetDate, this.today(), this.locale));
      case 'later':
        return this.words.planned(dayInWords(targetDate, this.today(), this.locale));
    }
  };
}
