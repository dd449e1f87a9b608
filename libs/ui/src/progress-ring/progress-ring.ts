import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ownStyle } from '../look/own-style';
import { counted } from '../motion/counted';
import { UI_WORDS } from '../words/ui-words';

/**
 * The progress ring: clockwise from the top, round caps, the figure in the middle. `percent` null means that nothing is
 * planned yet. From 96 px up the figure carries its word; below 40 px the ring stands alone.
 */
@Component({
  selector: 'pl-progress-ring',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[attr.role]': "percent() === null ? 'img' : 'progressbar'",
    '[attr.aria-label]': 'label()',
    '[attr.aria-valuetext]': 'percent() === null ? null : spoken()',
    '[attr.aria-valuemin]': 'percent() === null ? null : 0',
    '[attr.aria-valuemax]': 'percent() === null ? null : 100',
    '[attr.aria-valuenow]': 'percent()',
    '[attr.data-large]': "large() ? '' : null",
    '[attr.data-whole]': "percent() === 100 ? '' : null",
  },
  template: `
    <svg [attr.viewBox]="'0 0 ' + size() + ' ' + size()" aria-hidden="true" focusable="false">
      <circle
        class="track"
        [attr.cx]="size() / 2"
        [attr.cy]="size() / 2"
        [attr.r]="radius()"
        [attr.stroke-width]="stroke()"
      />
      @if (percent()) {
        <circle
          class="value"
          pathLength="100"
          [attr.cx]="size() / 2"
          [attr.cy]="size() / 2"
          [attr.r]="radius()"
          [attr.stroke-width]="stroke()"
          [attr.stroke-dashoffset]="100 - (percent() ?? 0)"
        />
      }
    </svg>
    @if (size() >= 40) {
      <span class="middle" aria-hidden="true">
        @if (percent() !== null) {
          <span class="figure">{{ figure() }}<small>%</small></span>
          @if (large()) {
            <span class="word">{{ words.complete }}</span>
          }
        } @else if (large()) {
          <span class="word">{{ words.nothingPlanned }}</span>
        } @else {
          <span class="figure">–</span>
        }
      </span>
    }
  `,
  styleUrl: './progress-ring.css',
})
export class ProgressRing {
  readonly percent = input.required<number | null>();
  /** What is measured, for those who hear it: "Overall progress". */
  readonly name = input.required<string>();
  /** Outer size in pixels, where text has its usual size; it grows with the text in it. */
  readonly size = input(200);
  readonly stroke = input(14);

  protected readonly words = inject(UI_WORDS);
  protected readonly large = computed(() => this.size() >= 96);
  protected readonly radius = computed(() => (this.size() - this.stroke()) / 2);
  protected readonly figure = counted(() => this.percent());

  protected readonly spoken = computed(() => {
    const percent = this.percent();
    return percent === null ? this.words.nothingPlanned : this.words.percentComplete(percent);
  });
  protected readonly label = computed(() =>
    this.percent() === null ? `${this.name()}: ${this.words.nothingPlanned}` : this.name(),
  );

  constructor() {
    ownStyle('--size', () => `${this.size() / 16}rem`);
  }
}
