import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One matter of the account page: what it is about, and beside or under it what can be done. */
@Component({
  selector: 'app-account-part',
  template: `
    <header>
      <h2 [id]="key()">{{ heading() }}</h2>
      @if (about(); as text) {
        <p class="muted small">{{ text }}</p>
      }
    </header>
    <div class="body"><ng-content /></div>
  `,
  host: { role: 'region', '[attr.aria-labelledby]': 'key()' },
  styles: `
    :host {
      display: grid;
      gap: var(--space-4) var(--space-10);
      padding-block: var(--space-6);
      border-block-start: 1px solid var(--hairline);
    }
    header {
      display: grid;
      gap: var(--space-1);
      align-content: start;
    }
    h2 {
      font-size: var(--text-17);
    }
    .body {
      display: grid;
      gap: var(--space-4);
      align-content: start;
      min-width: 0;
    }
    @container (min-width: 720px) {
      :host {
        grid-template-columns: 220px minmax(0, 560px);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPart {
  /** The id of the heading: also where a link can lead. */
  readonly key = input.required<string>();
  readonly heading = input.required<string>();
  readonly about = input<string>();
}
