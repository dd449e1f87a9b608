import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { counted, ownStyle } from '@porchlight/ui';
import { LATER_WORDS } from '../words/later-words';

/** One section of the work: its name, its figure and its bar; a plain word while nothing is planned in it. */
@Component({
  selector: 'pl-section-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>{{ name() }}</h3>
    @if (percent() === null) {
      <p class="muted">{{ words.none }}</p>
    } @else {
      <p class="figure" aria-hidden="true">{{ figure() }}%</p>
      <div
        class="bar"
        role="progressbar"
        aria-valuemin="0"
        aria-valuemax="100"
        [attr.aria-label]="name()"
        [attr.aria-valuenow]="percent()"
      >
        <div class="value"></div>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: baseline;
      gap: var(--space-2) var(--space-4);
    }

    h3 {
      font-size: var(--text-17);
      font-weight: 600;
    }

    p {
      text-align: end;
    }

    .figure {
      font-size: var(--text-17);
      font-weight: 650;
    }

    .bar {
      grid-column: 1 / -1;
      height: 10px;
      overflow: hidden;
      border-radius: var(--round);
      /* the lighter shade of the company's second colour */
      background: color-mix(in srgb, var(--second) 15%, var(--surface));
    }

    .value {
      width: var(--share);
      height: 100%;
      border-radius: var(--round);
      background: var(--second);
      transition: width var(--calm) ease-out;
    }

    @media (forced-colors: active) {
      .bar {
        border: 1px solid;
      }

      .value {
        background: Highlight;
      }
    }

    @media print {
      .bar {
        height: 2mm;
        border: 1px solid var(--outline);
      }
    }
  `,
})
export class SectionBar {
  readonly name = input.required<string>();
  readonly percent = input.required<number | null>();
  protected readonly words = inject(LATER_WORDS).sections;
  protected readonly figure = counted(() => this.percent());

  constructor() {
    ownStyle('--share', () => `${this.percent() ?? 0}%`);
  }
}
