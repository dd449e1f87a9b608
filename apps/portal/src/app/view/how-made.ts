import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LATER_WORDS } from '../words/later-words';

/** In words how the ring's number is made, and why it can fall. */
@Component({
  selector: 'pl-how-made',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (sentence of sentences; track sentence) {
      <p class="measure">{{ sentence }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
  `,
})
export class HowMade {
  protected readonly sentences = inject(LATER_WORDS).howMade;
}
