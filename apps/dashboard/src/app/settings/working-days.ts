import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { weekdays } from '../words/weekdays';

/** Seven days, each on or off. */
@Component({
  selector: 'app-working-days',
  template: `
    <fieldset [disabled]="disabled()">
      <legend class="visually-hidden">Working days</legend>
      @for (day of weekdays; track day.iso) {
        <label [class.on]="days().includes(day.iso)">
          <input
            type="checkbox"
            class="visually-hidden"
            [checked]="days().includes(day.iso)"
            [attr.aria-describedby]="fault() ? 'working-days-fault' : null"
            (change)="turn(day.iso)"
          />
          <span aria-hidden="true">{{ day.short }}</span>
          <span class="visually-hidden">{{ day.long }}</span>
        </label>
      }
    </fieldset>
    <p id="working-days-fault" class="fault small" role="alert">{{ fault() }}</p>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(7, minmax(0, 1fr));
      gap: 6px;
      max-width: 440px;
    }
    label {
      position: relative;
      display: grid;
      place-items: center;
      height: var(--touch);
      border: 1px solid var(--outline);
      border-radius: var(--radius);
      color: var(--muted);
      cursor: pointer;
      transition: background var(--quick) ease-out;
    }
    label.on {
      border-color: var(--accent);
      background: var(--accent-wash);
      color: var(--ink);
      font-weight: 600;
      /* not by colour alone */
      box-shadow: inset 0 -3px 0 var(--accent);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--accent);
      outline-offset: 2px;
    }
    fieldset:disabled label {
      cursor: default;
    }
    .fault {
      color: var(--late);
      font-weight: 550;
    }
    .fault:not(:empty) {
      margin-block-start: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkingDays {
  /** ISO weekdays, 1 Monday … 7 Sunday, sorted. */
  readonly days = model.required<readonly number[]>();
  readonly disabled = input(false);
  readonly fault = input<string | null>(null);
  protected readonly weekdays = weekdays;

  protected turn(iso: number): void {
    this.days.update((days) =>
      days.includes(iso) ? days.filter((day) => day !== iso) : [...days, iso].sort((a, b) => a - b),
    );
  }
}
