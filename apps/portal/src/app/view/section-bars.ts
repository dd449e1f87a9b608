import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Progress } from '@porchlight/contracts';
import { LATER_WORDS } from '../words/later-words';
import { SectionBar } from './section-bar';
import { Touched } from './touched';

/** Planning, Execution and Closeout, always all three. */
@Component({
  selector: 'pl-section-bars',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [SectionBar, Touched],
  template: `
    <section aria-labelledby="sections-title">
      <h2 class="title" id="sections-title">{{ words.title }}</h2>
      <div class="bars">
        @for (section of sections; track section) {
          <pl-section-bar
            [name]="words.names[section]"
            [percent]="progress()[section]"
            [touched]="'section ' + section"
          />
        }
      </div>
    </section>
  `,
  styles: `
    .bars {
      display: grid;
      gap: var(--space-5);
    }

    @media print {
      .bars {
        gap: 2mm;
      }
    }
  `,
})
export class SectionBars {
  readonly progress = input.required<Progress>();
  protected readonly words = inject(LATER_WORDS).sections;
  protected readonly sections = ['planning', 'execution', 'closeout'] as const;
}
