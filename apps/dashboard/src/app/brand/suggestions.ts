import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { CompanyColors } from '@porchlight/contracts';
import { colourWords } from './colour-words';
import { Swatch } from './swatch';

/** Pairs of colours found in the logo: one tap wears them. */
@Component({
  selector: 'app-suggestions',
  imports: [Swatch],
  template: `
    <p id="suggestions-heading">From your logo</p>
    <ul aria-labelledby="suggestions-heading">
      @for (pair of pairs(); track pair.primary + pair.secondary) {
        <li>
          <button
            type="button"
            [attr.aria-pressed]="pair.primary === worn().primary && pair.secondary === worn().secondary"
            (click)="wear.emit(pair)"
          >
            <app-swatch [color]="pair.primary" /><app-swatch [color]="pair.secondary" /> {{ words(pair)
            }}<span class="visually-hidden"> ({{ pair.primary }} and {{ pair.secondary }})</span>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    p {
      font-weight: 550;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: var(--touch);
      padding: 6px 12px;
      border: 1px solid var(--outline);
      border-radius: var(--radius);
      background: var(--surface);
      cursor: pointer;
    }
    button:hover {
      border-color: var(--ink);
    }
    button[aria-pressed='true'] {
      border-color: var(--accent);
      box-shadow: inset 0 0 0 1px var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Suggestions {
  readonly pairs = input.required<readonly CompanyColors[]>();
  readonly worn = input.required<CompanyColors>();
  readonly wear = output<CompanyColors>();

  /** `Dark green and orange` */
  protected words({ primary, secondary }: CompanyColors): string {
    const words = `${colourWords(primary)} and ${colourWords(secondary)}`;
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}
