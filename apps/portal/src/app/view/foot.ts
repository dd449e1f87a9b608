import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject } from '@angular/core';
import { dayAndTimeInWords, VIEWER_LOCALE } from '@porchlight/ui';
import { Visit } from '../visit';
import { LATER_WORDS } from '../words/later-words';
import { todayAtTheHouse } from './today';

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
        @if (byAccount()) {
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
  protected readonly words = inject(LATER_WORDS).foot;
  private readonly visit = inject(Visit);
  private readonly locale = inject(VIEWER_LOCALE);
  private readonly today = todayAtTheHouse(this.visit.view);
  private readonly window = inject(DOCUMENT).defaultView;

  protected readonly companyName = computed(() => this.visit.view()?.company.name ?? '');
  protected readonly byAccount = computed(() => {
    const page = this.visit.page();
    return page.state === 'view' && page.viewer === 'customer';
  });
  protected readonly confirmed = computed(() => {
    const at = Date.parse(this.visit.view()?.confirmedAt ?? '');
    return Number.isNaN(at) ? null : this.words.confirmed(this.companyName(), this.moment(at));
  });
  protected readonly printed = computed(() => this.words.printed(this.moment(this.visit.freshness().asOf)));

  private moment(at: number): string {
    return dayAndTimeInWords(at, this.today(), this.locale, this.visit.view()?.timeZone ?? 'UTC');
  }

  protected print(): void {
    this.window?.print();
  }
}
