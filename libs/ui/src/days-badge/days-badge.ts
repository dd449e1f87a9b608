import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ProjectStatus } from '@porchlight/contracts';
import { calendarDay } from '../calendar/calendar-day';
import { weekdayInWords } from '../calendar/date-words';
import { dayClock } from '../calendar/day-clock';
import { UI_WORDS } from '../words/ui-words';
import { VIEWER_LOCALE } from '../words/viewer-locale';
import { daysLeft, type DaysLeft } from './days-left';

const tones: Record<DaysLeft['kind'], string> = {
  left: 'good',
  soon: 'amber',
  today: 'amber',
  past: 'red',
  still: 'neutral',
};

/**
 * The days badge: a big figure, its words, and the date. It rolls over at midnight of the project's time zone by itself.
 * `compact` is one line, for headers and lists.
 */
@Component({
  selector: 'pl-days-badge',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'tone()', '[attr.data-compact]': "compact() ? '' : null" },
  template: `
    @if (figure() !== null) {
      <strong class="figure">{{ figure() }}</strong>&ngsp;<span class="words">{{ sentence() }}</span>
    } @else {
      <strong class="word">{{ sentence() }}</strong>
    }
    @if (date() && !compact()) {
      &ngsp;<time class="date" [attr.datetime]="deadline()">{{ date() }}</time>
    }
  `,
  styleUrl: './days-badge.css',
})
export class DaysBadge {
  readonly deadline = input<string | null>();
  readonly timeZone = input.required<string>();
  readonly status = input.required<ProjectStatus>();
  readonly amberDays = input.required<number>();
  readonly compact = input(false);

  private readonly words = inject(UI_WORDS);
  private readonly locale = inject(VIEWER_LOCALE);
  private readonly now = dayClock(() => this.timeZone());

  private readonly left = computed(() =>
    daysLeft(this.deadline(), this.timeZone(), this.status(), this.amberDays(), this.now()),
  );

  protected readonly tone = computed(() => tones[this.left().kind]);

  protected readonly figure = computed(() => {
    const left = this.left();
    return 'days' in left ? new Intl.NumberFormat(this.locale).format(left.days) : null;
  });

  protected readonly sentence = computed(() => {
    const left = this.left();
    switch (left.kind) {
      case 'left':
      case 'soon':
        return this.words.daysLeft(left.days);
      case 'past':
        return this.words.daysPast(left.days);
      case 'today':
        return this.words.dueToday;
      case 'still':
        return this.words.still[left.why];
    }
  });

  /** A project that rests or is finished is not counted, and its planned day would mislead. */
  protected readonly date = computed(() => {
    const deadline = this.deadline();
    return deadline && this.left().kind !== 'still'
      ? weekdayInWords(deadline, calendarDay(this.now(), this.timeZone()), this.locale)
      : null;
  });
}
