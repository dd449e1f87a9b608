import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, dayInWords, VIEWER_LOCALE } from '@porchlight/ui';
import { WORDS } from '../words/words';
import { Touched } from './touched';

type SharedFile = PortalViewV1['shared'][number];

/** Photos in a grid, documents as a list; each only when there is one. */
@Component({
  selector: 'pl-shared-files',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Touched],
  template: `
    @if (photos().length > 0) {
      <section aria-labelledby="photos-title">
        <h2 class="title" id="photos-title">{{ words.photos }}</h2>
        <ul class="photos">
          @for (photo of photos(); track photo.id) {
            <li [touched]="'shared ' + photo.id">
              <a [href]="photo.url"><img [src]="photo.url" [alt]="photo.title" loading="lazy" decoding="async" /></a>
            </li>
          }
        </ul>
      </section>
    }
    @if (documents().length > 0) {
      <section aria-labelledby="documents-title">
        <h2 class="title" id="documents-title">{{ words.documents }}</h2>
        <ul>
          @for (document of documents(); track document.id) {
            <li class="document" [touched]="'shared ' + document.id">
              <a [href]="document.url">{{ document.title }}</a>
              <span class="muted">{{ day(document) }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section + section {
      margin-top: var(--space-8);
    }

    .photos {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
      gap: var(--space-2);
    }

    .photos img {
      width: 100%;
      aspect-ratio: 1;
      object-fit: cover;
      border-radius: var(--radius);
      background: var(--sunken);
    }

    .document {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--space-4);
      border-bottom: 1px solid var(--hairline);
    }

    .document a {
      display: flex;
      align-items: center;
      min-height: var(--touch);
      font-weight: 600;
    }

    @media print {
      .photos {
        grid-template-columns: repeat(4, 1fr);
      }
    }
  `,
})
export class SharedFiles {
  readonly files = input.required<readonly SharedFile[]>();
  readonly timeZone = input.required<string>();
  readonly today = input.required<string>();

  protected readonly words = inject(WORDS).shared;
  private readonly locale = inject(VIEWER_LOCALE);
  private readonly newestFirst = computed(() =>
    [...this.files()].sort((one, other) => other.sharedAt.localeCompare(one.sharedAt)),
  );
  protected readonly photos = computed(() => this.newestFirst().filter(({ kind }) => kind === 'photo'));
  protected readonly documents = computed(() => this.newestFirst().filter(({ kind }) => kind === 'document'));

  protected readonly day = ({ sharedAt }: SharedFile): string =>
    this.words.on(dayInWords(calendarDay(Date.parse(sharedAt), this.timeZone()), this.today(), this.locale));
}
