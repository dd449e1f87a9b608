import { computed, Directive, inject, input } from '@angular/core';
import { Visit } from '../visit';

/** Lets the element glow once when what stands there has changed: `touched="item …"`. */
@Directive({ selector: '[touched]', host: { '[attr.data-touched]': "glows() ? '' : null" } })
export class Touched {
  readonly place = input.required<string>({ alias: 'touched' });
  private readonly visit = inject(Visit);
  protected readonly glows = computed(() => this.visit.touched().has(this.place()));
}
