import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { dayAndTimeInWords, VIEWER_LOCALE } from '@porchlight/ui';
import { type Viewer, Visit } from '../visit';
import { WORDS } from '../words/words';

/** Who can see the page, when the builder last stood by it, a way to paper, and a customer's way to the own account. */
@Component({
  selector: 'pl-foot',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <footer>
      <p class="measure">{{ words.whoSees(companyName()) }} {{ words.visits(companyName()) }}</p>
      @if (confirmed(); as sentence) {
        <p>{{ sentence }}</p>
      }
      <p class="print-only">{{ printed() }}</p>
      <div class="ways screen-only">
        <button class="button quiet" type="button" (click)="print()">{{ words.print }}</button>
        @if (viewer() === 'customer') {
          <a class="button quiet" href="/account">{{ words.account }}</a>
        }
      </div>
    </footer>
  `,
  styles: `
    footer {
      display: grid;
      justify-items: start;
      gap: var(--space-2);
      padding-block: var(--space-6) var(--space-12);
      border-top: 1px solid var(--hairline);
      color: var(--muted);
      font-size: var(--text-13);
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-6);
    }

    @media print {
      footer {
        gap: 0;
        padding-block: 2mm 0;
        font-size: 7pt;
      }

      .measure {
        max-width: none;
      }
    }
  `,
})
export class Foot {
  readonly companyName = input.required<string>();
  readonly confirmedAt = input<string>();
  readonly timeZone = input.required<string>();
  readonly today = input.required<string>();
  readonly viewer = input.required<Viewer>();

  protected readonly words = inject(WORDS).foot;
  private readonly locale = inject(VIEWER_LOCALE);
  private readonly freshness = inject(Visit).freshness;
  private readonly window = inject(DOCUMENT).defaultView;

  protected readonly confirmed = computed(() => {
    const at = Date.parse(this.confirmedAt() ?? '');
    return Number.isNaN(at) ? null : this.words.confirmed(this.companyName(), this.moment(at));
  });

  protected readonly printed = computed(() => this.words.printed(this.moment(this.freshness().asOf)));

  private moment(at: number): string {
    return dayAndTimeInWords(at, this.today(), this.locale, this.timeZone());
  }

  protected print(): void {
    this.window?.print();
  }
}
