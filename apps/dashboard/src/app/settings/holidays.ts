import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Icon } from '../shell/icon';
import { showFullDay } from '../words/dates';
import { countDays, daysBetween, type HolidayRange, rangesOf } from './holiday-ranges';

/** Days on which nobody works: those to come in sight, past ones folded away. */
@Component({
  selector: 'app-holidays',
  imports: [Icon, MatButton, MatIconButton],
  templateUrl: './holidays.html',
  styleUrl: './holidays.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Holidays {
  readonly days = model.required<readonly string[]>();
  readonly disabled = input(false);
  /** What the service found wrong with them. */
  readonly fault = input<string | null>(null);
  /** The day it is in the company's zone. */
  readonly today = input.required<string>();
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly trouble = signal<string | null>(null);
  /** The last step, for those who hear it. */
  protected readonly said = signal('');
  private readonly ranges = computed(() => rangesOf(this.days()));
  protected readonly coming = computed(() => this.ranges().filter(({ to }) => to >= this.today()));
  protected readonly past = computed(() => this.ranges().filter(({ to }) => to < this.today()));

  protected words({ from, to }: HolidayRange): string {
    return from === to ? showFullDay(from) : `${showFullDay(from)} – ${showFullDay(to)}`;
  }

  protected add(event?: Event): void {
    // Enter in a date adds the date, and does not save the form around it.
    event?.preventDefault();
    const [from, to] = [this.from(), this.to() || this.from()];
    this.trouble.set(faultOf(from, to));
    if (this.trouble()) return;
    const added = daysBetween(from, to);
    const all = [...new Set([...this.days(), ...added])].sort();
    if (all.length > most) return this.trouble.set(`There is room for ${most} days in all: remove past ones first`);
    this.days.set(all);
    this.from.set('');
    this.to.set('');
    this.said.set(`Added ${added.length === 1 ? showFullDay(from) : `${added.length} days`}`);
  }

  protected remove(range: HolidayRange): void {
    this.days.update((days) => days.filter((day) => !range.days.includes(day)));
    this.said.set(`Removed ${this.words(range)}`);
  }

  protected forgetPast(): void {
    const gone = new Set(this.past().flatMap(({ days }) => days));
    this.days.update((days) => days.filter((day) => !gone.has(day)));
  }
}

/** A slip in the year is no holiday. */
const longest = 92;
const most = 400;

function faultOf(from: string, to: string): string | null {
  if (!from) return 'Choose a day';
  if (to < from) return 'The last day lies before the first';
  return countDays(from, to) > longest ? `Add at most ${longest} days at once` : null;
}
