import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CompanyColors } from '@porchlight/contracts';
import { MatButton } from '@angular/material/button';
import { colourWords } from './colour-words';
import { enough, type Place, placesOf, ratioWords } from './places';

export interface Mend {
  readonly of: keyof CompanyColors;
  readonly color: string;
}

/** Whether each colour can be read where it is worn; where it cannot, the nearest that can, by one tap. */
@Component({
  selector: 'app-contrast-check',
  imports: [MatButton],
  templateUrl: './contrast-check.html',
  styleUrl: './contrast-check.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContrastCheck {
  readonly colors = input.required<CompanyColors>();
  readonly mayMend = input(true);
  readonly mend = output<Mend>();
  protected readonly places = computed(() => placesOf(this.colors()));
  protected readonly words = colourWords;
  protected readonly ratio = ratioWords;
  protected readonly enough = enough;
  protected readonly names = { primary: 'Primary', secondary: 'Secondary' } as const;
  protected readonly faint = computed(() => this.places().filter(({ verdict }) => verdict === 'mended').length);

  protected sentence({ verdict, ratio, worn }: Place): string {
    switch (verdict) {
      case 'reads':
        return `Reads well, ${ratioWords(ratio)}.`;
      case 'mended':
        return `Too faint, ${ratioWords(ratio)}: customers are shown ${worn} instead.`;
      case 'adapted':
        return `Shown as ${worn} there, so that it reads on dark.`;
    }
  }
}
