import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, VIEWER_LOCALE, weekdayInWords } from '@porchlight/ui';
import { WORDS } from '../words/words';
import { Touched } from './touched';

const newest = 3;

/** What the builder wrote for the customer: the newest three, the older ones on demand. */
@Component({
  selector: 'pl-updates',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Touched],
  template: `
    <section aria-labelledby="updates-title">
      <h2 class="title" id="updates-title">{{ words.title }}</h2>
      <ol>
        @for (update of shown(); track update.id) {
          <li [touched]="'update ' + update.id">
            <time class="muted" [attr.datetime]="update.at">{{ day(update.at) }}</time>
            <p class="measure">{{ update.text }}</p>
            @if (update.photoUrl; as photo) {
              <img [src]="photo" [alt]="words.photo" loading="lazy" decoding="async" />
            }
          </li>
        }
      </ol>
      @if (older() > 0) {
        <button class="button quiet screen-only" type="button" (click)="all.set(true)">
          {{ words.older(older()) }}
        </button>
      }
    </section>
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
    }

    time {
      font-size: var(--text-13);
      font-weight: 600;
    }

    p {
      white-space: pre-line;
    }

    /* room is kept before the photo is there, so that nothing jumps */
    img {
      width: 100%;
      aspect-ratio: 3 / 2;
      object-fit: cover;
      margin-top: var(--space-3);
      border-radius: var(--radius);
      background: var(--sunken);
    }

    button {
      margin-top: var(--space-3);
    }

    @media print {
      ol {
        gap: 2mm;
      }

      img {
        max-height: 25mm;
      }
    }
  `,
})
export class Updates {
  readonly updates = input.required<PortalViewV1['updates']>();
  readonly timeZone = input.required<string>();
  readonly today = input.required<string>();

  protected readonly words = inject(WORDS).updates;
  private readonly locale = inject(VIEWER_LOCALE);
  protected readonly all = signal(false);
  private readonly sorted = computed(() => [...this.updates()].sort((one, other) => other.at.localeCompare(one.at)));
  protected readonly shown = computed(() => (this.all() ? this.sorted() : this.sorted().slice(0, newest)));
  protected readonly older = computed(() => this.sorted().length - this.shown().length);

  protected readonly day = (at: string): string =>
    weekdayInWords(calendarDay(Date.parse(at), this.timeZone()), this.today(), this.locale);
}
