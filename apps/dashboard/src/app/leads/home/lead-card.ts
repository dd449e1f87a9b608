import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Lead } from '@porchlight/contracts';
import { Icon } from '../../shell/icon';
import { showMoney } from '../../words/money';
import { dueOf, dueTone, dueWords } from '../due-words';
import { Initials } from '../initials';

/** A lead on the board: who, what, how much, what comes next. */
@Component({
  selector: 'app-lead-card',
  imports: [Icon, Initials, RouterLink],
  template: `
    <a
      class="who"
      [id]="'card-' + lead().id"
      [routerLink]="['/leads', lead().id]"
      draggable="false"
      (keydown)="arrow.emit($event)"
      >{{ lead().client.name }}</a
    >
    <ng-content />
    <p class="type muted">{{ lead().projectType }}</p>
    @if (lead().nextStep; as step) {
      <p class="next">
        {{ step }}
        @if (due(); as due) {
          <span class="due" [attr.data-tone]="due.tone">{{ due.words }}</span>
        }
      </p>
    }
    @if (lead().estimatedValue || lead().owner || lead().origin === 'captured') {
      <p class="foot">
        @if (lead().estimatedValue; as value) {
          <span class="private value" title="Your customer never sees this"
            ><app-icon name="lock" /> {{ money(value) }}</span
          >
        }
        @if (lead().origin === 'captured') {
          <span class="muted small">Website form</span>
        }
        @if (lead().owner?.name; as name) {
          <app-initials [name]="name" />
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--space-2);
    }
    .who {
      color: inherit;
      font-weight: 600;
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    /* the whole card leads to the lead */
    .who::after {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: var(--radius);
    }
    .who:focus-visible {
      outline: none;
    }
    .who:focus-visible::after {
      outline: 3px solid var(--accent);
      outline-offset: 1px;
    }
    .type,
    .next,
    .foot {
      grid-column: 1 / -1;
      font-size: var(--text-13);
      overflow-wrap: anywhere;
    }
    .due {
      white-space: nowrap;
      color: var(--muted);
    }
    .due::before {
      content: '· ';
    }
    .due[data-tone='late'] {
      color: var(--late);
      font-weight: 600;
    }
    .due[data-tone='waiting'] {
      color: var(--waiting);
      font-weight: 600;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
      min-height: 26px;
      margin-block-start: 4px;
    }
    .value {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      padding: 1px 6px;
      white-space: nowrap;
    }
    .value app-icon {
      width: 13px;
      height: 13px;
      color: var(--muted);
    }
    app-initials {
      margin-inline-start: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadCard {
  readonly lead = input.required<Lead>();
  readonly today = input.required<string>();
  readonly arrow = output<KeyboardEvent>();
  protected readonly money = showMoney;
  protected readonly due = computed(() => {
    const on = dueOf(this.lead());
    return on ? { words: dueWords(on, this.today()), tone: dueTone(on, this.today()) } : null;
  });
}
