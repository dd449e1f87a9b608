import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { WORDS } from '../words/words';

/** Tells a builder that this is the real page, seen with a customer's eyes, and leads back. */
@Component({
  selector: 'pl-preview-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <aside [attr.aria-label]="words.label">
      <p>
        <strong>{{ words.label }}</strong> {{ words.whose }}
      </p>
      <a [href]="'/projects/' + projectId()">{{ words.back }}</a>
    </aside>
  `,
  styles: `
    aside {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--space-6);
      padding: var(--space-1) var(--space-5);
      border-bottom: 1px solid var(--hairline);
      background: var(--sunken);
      font-size: var(--text-15);
    }

    p {
      padding-block: var(--space-2);
    }

    strong {
      margin-right: var(--space-1);
      padding: 2px var(--space-2);
      border-radius: var(--round);
      background: var(--ink);
      color: var(--paper);
      font-size: var(--text-13);
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      color: inherit;
      font-weight: 600;
    }

    @media (min-width: 640px) {
      aside {
        justify-content: center;
      }
    }
  `,
})
export class PreviewBar {
  readonly projectId = input.required<string>();
  protected readonly words = inject(WORDS).preview;
}
