import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A dab of colour beside its name. */
@Component({
  selector: 'app-swatch',
  template: '',
  host: { '[style.background-color]': 'color()', 'aria-hidden': 'true' },
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 20px;
      height: 20px;
      border: 1px solid var(--outline);
      border-radius: 5px;
      vertical-align: -4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Swatch {
  readonly color = input.required<string>();
}
