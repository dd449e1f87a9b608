import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A page without a project: one thing said plainly, and what to do now. */
@Component({
  selector: 'pl-plain-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      <h1>{{ title() }}</h1>
      <p class="measure">{{ text() }}</p>
      <ng-content />
    </main>
  `,
  styles: `
    main {
      max-width: 560px;
      margin: 0 auto;
      padding: clamp(48px, 14vh, 144px) var(--space-5) var(--space-16);
    }

    h1 {
      margin-bottom: var(--space-4);
      font-size: var(--text-28);
      font-weight: 680;
      line-height: 1.15;
      letter-spacing: -0.015em;
    }

    .measure {
      font-size: var(--text-17);
      line-height: 1.6;
    }
  `,
})
export class PlainPage {
  readonly title = input.required<string>();
  readonly text = input.required<string>();
}
